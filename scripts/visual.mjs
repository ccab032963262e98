/**
 * `npm run visual [-- --update] [--only <name>]`: builds the book and compares what every page, figure, state and slide
 * looks like with the pictures that were found right, or keeps what it sees. The test is tests/e2e/visual/.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { findChromium } from './chromium.mjs'

const options = { update: { type: 'boolean' }, only: { type: 'string' }, site: { type: 'string' } }
let asked
try {
  asked = parseArgs({ options }).values
} catch (error) {
  console.error(`${error.message}\nExpected --update, --only <part of a name>, --site <built folder>.`)
  process.exit(2)
}
const env = {
  ...process.env,
  CHROMIUM_PATH: await findChromium(),
  APART: '1',
  VISUAL: 'all',
  VISUAL_UPDATE: asked.update ? '1' : '0',
  VISUAL_ONLY: asked.only ?? '',
  ...(asked.site && { SITE: asked.site }),
}
const npx = (...args) => spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', env }).status ?? 1
const build = asked.site ? 0 : npx('vite', 'build', '--app', '--logLevel=warn')
process.exit(build || npx('vitest', 'run', '--project', 'e2e', 'tests/e2e/visual'))
