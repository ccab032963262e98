/**
 * `npm run claims`: prints every claim with what was measured, and writes content/claims.json, which the book shows, and
 * docs/claims.md. Only files that ran whole are written; what is known of the others stays.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { format, resolveConfig } from 'prettier'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { ClaimRecord, ClaimsFile } from '../../src/site/claims/record.ts'
import { claimsPage } from './claimsPage.ts'
import { claimsFile, docsFile, testFiles } from './files.ts'
import { hasClaims, placeOf } from './places.ts'
import { table } from './table.ts'

/** "C10: six layers" and "C31, as shown: the error": the numbers are those of a list that the reader does not have. */
const withoutNumber = (text: string) => text.replace(/^C\d+(?:: |, | )/, '')

/** With the group that the test is in. */
const titleOf = (test: TestCase): string => {
  const { parent } = test
  const { says } = test.meta()
  if (says) return says
  const name = withoutNumber(test.name)
  return parent.type === 'suite' ? `${parent.name}: ${name}` : name
}

function recordOf(test: TestCase, file: string): ClaimRecord {
  const { evidence = [], negative = false, place = placeOf(file) } = test.meta()
  return {
    claim: titleOf(test),
    holds: test.result().state === 'passed',
    negative,
    ...place,
    measured: evidence.map((each) => ({ ...each, what: withoutNumber(each.what) })),
  }
}

/** Formatted as the rest of the project is. */
const write = async (file: string, text: string) =>
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))

export default class ClaimsReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const known = (existsSync(claimsFile) ? JSON.parse(readFileSync(claimsFile, 'utf8')) : {}) as ClaimsFile
    const fresh: Record<string, ClaimRecord[]> = {}
    for (const testModule of modules) {
      const file = path.relative(process.cwd(), testModule.moduleId)
      if (!hasClaims(file)) continue
      const tests = [...testModule.children.allTests()]
      const ran = tests.filter((test) => ['passed', 'failed'].includes(test.result().state))
      if (tests.length > 0 && ran.length === tests.length)
        fresh[file] = tests.flatMap((test) => (test.meta().check ? [] : [recordOf(test, file)]))
      else console.log(`${file}: ${ran.length} of ${tests.length} tests ran, so its claims are not written`)
    }
    const exist = testFiles()
    const all = Object.fromEntries(
      Object.entries({ ...known, ...fresh })
        .filter(([file]) => exist.includes(file))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
    console.log(table(Object.fromEntries(Object.keys(fresh).map((file) => [file, fresh[file]!]))))
    await write(claimsFile, JSON.stringify(all))
    await write(docsFile, claimsPage(all))
    const missing = exist.filter((file) => !all[file])
    if (missing.length > 0) console.log(`Not measured yet: ${missing.join(', ')}`)
  }
}
