/**
 * `npm run claims [-- <part of a file's name> ...]`: measures every claim of the book, prints them with what was
 * measured, and writes content/claims.json and docs/claims.md. With `--backends` it asks the quick ones of all three
 * backends in Chromium instead: see docs/testing-claims.md.
 */
import { spawnSync } from 'node:child_process'

const args = process.argv.slice(2)
const reporters = ['--reporter=default', '--reporter=./tests/claims/reporter.ts']
const { status } = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--project', 'claims', ...reporters, ...args],
  {
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
