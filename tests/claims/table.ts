/** What `npm run claims` prints at its end: a line for each measurement. */
import {
  measuredInWords,
  sentence,
  thresholdInWords,
  verdictInWords,
  whatInWords,
} from '../../src/site/claims/inWords.ts'
import type { ClaimRecord, ClaimsFile } from '../../src/site/claims/record.ts'

const lines = (record: ClaimRecord, file: string): string[] => [
  `${record.holds ? '' : 'FAILS '}${record.negative ? 'Does not show: ' : ''}${sentence(record)}`,
  `    ${file}${record.figure ? `, fig-${record.figure}` : ''}: ${verdictInWords(record)}`,
  ...record.measured.map(
    (each) => `    ${whatInWords(each)}: ${measuredInWords(each)} (${thresholdInWords(each)})`,
  ),
]

export function table(claims: ClaimsFile): string {
  const records = Object.values(claims).flat()
  const failed = records.filter(({ holds }) => !holds).length
  return [
    '',
    ...Object.entries(claims).flatMap(([file, of]) => of.flatMap((record) => lines(record, file))),
    '',
    `claims: ${records.length - failed} hold, ${failed} do not; ${records.filter(({ negative }) => negative).length} of them say what does not show`,
  ].join('\n')
}
