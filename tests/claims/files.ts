/** What `npm run claims` reads and writes. */
import { readdirSync, readFileSync } from 'node:fs'
import type { ClaimsFile } from '../../src/site/claims/record.ts'
import { hasClaims } from './places.ts'

export const claimsFile = 'content/claims.json'
export const docsFile = 'docs/claims.md'

/** All test files that make claims, from the root of the project. */
export const testFiles = (): string[] =>
  readdirSync('tests/claims', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `tests/claims/${file}`)
    .filter(hasClaims)
    .sort()

/** What the last runs found. @throws if there is none. */
export function readClaims(): ClaimsFile {
  return JSON.parse(readFileSync(claimsFile, 'utf8')) as ClaimsFile
}
