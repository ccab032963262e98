/**
 * `npm run visual [-- --update] [--only <name>] [--repeat <n>] [--site <folder>]`: builds the book and compares what every
 * page, figure, state and slide looks like with the pictures that were found right, or keeps what it sees. `--repeat`:
 * again and again, each time with a new server and a new browser, until a time finds a difference. The test is
 * tests/e2e/visual/.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { findChromium } from './chromium.mjs'

const options = {
  update: { type: 'boolean' },
  only: { type: 'string' },
  repeat: { type: 'string', default: '1' },
  site: { type: 'string' },
}
const expected =
  'Expected --update, --only <part of a name>, --repeat <how often, from 1>, --site <built folder>.'
let asked
try {
  asked = parseArgs({ options }).values
} catch (error) {
  console.error(`${error.message}\n${expected}`)
  process.exit(2)
}
const times = Number(asked.repeat)
if (!(Number.isInteger(times) && times >= 1) || (asked.update && times > 1)) {
  console.error(
    asked.update && times > 1
      ? 'What is kept is seen once: leave out --repeat or --update.'
      : `--repeat ${JSON.stringify(asked.repeat)}\n${expected}`,
  )
  process.exit(2)
}
const env = {
  ...process.env,
  CHROMIUM_PATH: await findChromium(),
  APART: '1',
  VISUAL_UPDATE: asked.update ? '1' : '0',
  VISUAL_ONLY: asked.only ?? '',
  ...(asked.site && { SITE: asked.site }),
}
const npx = (...args) => spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', env }).status ?? 1
let failed = asked.site ? 0 : npx('vite', 'build', '--app', '--logLevel=warn')
for (let time = 1; time <= times && !failed; time++) {
  failed = npx('vitest', 'run', '--project', 'e2e', 'tests/e2e/visual')
  if (times > 1)
    console.log(failed ? `Time ${time} of ${times}: not the same.` : `Time ${time} of ${times}: the same.`)
}
process.exit(failed)
