/** docs/claims.md: every claim of the book with what was measured. */
import {
  measuredInWords,
  seedsInWords,
  sentence,
  thresholdInWords,
  verdictInWords,
  whatInWords,
} from '../../src/site/claims/inWords.ts'
import type { ClaimRecord, ClaimsFile } from '../../src/site/claims/record.ts'
import { isArithmetic } from './places.ts'

interface Row extends ClaimRecord {
  file: string
}

const head = `# Claims

Written by \`npm run claims\`; a change by hand is lost with the next run. Each claim is a sentence of the book that a test in \`tests/claims/\` holds to account, through the figure's own experiment on the wasm backend. Where the threshold is about several seeds, a claim also has to hold for their median. A claim without a threshold of its own is held to what its sentence says.

Every number that the text quotes as measured comes from a recording. \`tests/claims/recordings.test.ts\` runs them all again, and \`npm run claims\` runs that too.
`

/** Bars would end a cell. */
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

const source = ({ file, figure }: Row) =>
  `${figure ? `\`fig-${figure}\`, ` : ''}\`${file.replace('tests/claims/', '')}\``

const rowsOf = (row: Row): string[] => {
  const claim = `${row.negative ? '_Does not show:_ ' : ''}${sentence(row)}`
  const verdict = verdictInWords(row)
  if (row.measured.length === 0) return [`| ${cell(claim)} | ${source(row)} | | | ${verdict} |`]
  const seeds = seedsInWords(row.measured)
  return row.measured.map((each, i) => {
    const measured = `${whatInWords(each)}: ${measuredInWords(each)}`
    const first = i === 0 ? [cell(claim), `${source(row)}, ${seeds}`] : ['', '']
    return `| ${[...first, thresholdInWords(each), cell(measured), i === 0 ? verdict : ''].join(' | ')} |`
  })
}

const tableOf = (rows: readonly Row[]) => [
  '| Claim | Source | Threshold | Measured | Verdict |',
  '| --- | --- | --- | --- | --- |',
  ...rows.flatMap(rowsOf),
]

const worked = (rows: readonly Row[]) => {
  const failed = rows.filter(({ holds }) => !holds)
  return [
    '### Worked numbers',
    '',
    `${rows.length} sentences with numbers that follow from formulas, and from numbers that were measured, are computed again; ${failed.length === 0 ? 'all of them hold' : `${failed.length} do not hold`}.`,
    '',
    // As code: a sentence may begin or end with half a formula.
    ...rows.map(({ holds, claim }) => `- ${holds ? '' : '**does not hold**: '}\`${claim}\``),
  ]
}

export function claimsPage(claims: ClaimsFile): string {
  const rows = Object.entries(claims).flatMap(([file, of]) => of.map((record) => ({ ...record, file })))
  const chapters = [...new Set(rows.map(({ chapter }) => chapter))].sort((a, b) =>
    (a ?? '').localeCompare(b ?? ''),
  )
  const negatives = rows.filter(({ negative }) => negative).length
  return [
    head,
    `${rows.length} claims, of which ${negatives} say what does not show. ${rows.filter(({ holds }) => !holds).length} do not hold.`,
    ...chapters.flatMap((chapter) => {
      const own = rows.filter((row) => row.chapter === chapter)
      const [numbers, measured] = [true, false].map((which) =>
        own.filter(({ file }) => isArithmetic(file) === which),
      )
      return [
        '',
        `## ${chapter ?? 'home'}`,
        '',
        ...tableOf(measured!),
        ...(numbers!.length > 0 ? ['', ...worked(numbers!)] : []),
      ]
    }),
    '',
  ].join('\n')
}
