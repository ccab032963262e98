/**
 * `npm run soak [-- <seed>]`: as many reader's actions as in an hour, one right after the other, on the built site.
 * The seed is printed, so that a soak that fails can be taken again. The test is tests/e2e/soak/.
 */
import { spawnSync } from 'node:child_process'
import { findChromium } from './chromium.mjs'

const seed = Number(process.argv[2] ?? Date.now() % 100_000)
if (!Number.isSafeInteger(seed)) {
  console.error(`Expected a whole number as the seed, found "${process.argv[2]}".`)
  process.exit(2)
}
const env = {
  ...process.env,
  CHROMIUM_PATH: await findChromium(),
  SOAK_SEED: String(seed),
  SOAK_ACTIONS: process.env.SOAK_ACTIONS ?? '600',
  SOAK_MINUTES: process.env.SOAK_MINUTES ?? '20',
}
const npx = (...args) => spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit', env }).status ?? 1

console.log(`seed ${seed}, ${env.SOAK_ACTIONS} actions, at most ${env.SOAK_MINUTES} minutes`)
process.exit(
  npx('vite', 'build', '--app', '--logLevel=warn') ||
    npx('vitest', 'run', '--project', 'e2e', 'tests/e2e/soak'),
)
