/**
 * `npm run claims [-- <part of a file's name> ...]`: measures every claim of the book, prints them with what was
 * measured, and writes content/claims.json and docs/claims.md. With `--backends` it asks the quick ones of cpu, wasm and
 * WebGL in Chromium instead, prints which hold where, and writes nothing.
 */
import { spawnSync } from 'node:child_process'
import { findChromium } from './chromium.mjs'

const all = process.argv.slice(2)
const files = all.filter((arg) => arg !== '--backends')
const backends = all.length > files.length

const project = backends
  ? ['--project', 'backends*', '--reporter=default', '--reporter=./tests/claims/backendsReporter.ts']
  : ['--project', 'claims', '--reporter=default', '--reporter=./tests/claims/reporter.ts']
const env = { ...process.env, CLAIMS_ON_BACKENDS: 'all', CHROMIUM_PATH: await findChromium() }
const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', ...project, ...files], {
  stdio: 'inherit',
  env,
})
process.exit(status ?? 1)
