/**
 * `npm test`: installs what is missing, finds a Chromium, runs the quick checks, says where the time went, and closes
 * with one line of counts. `npm run test:all`, and so CI, runs every check. In a browser the quick ones are the files
 * named `*.quick.test.*`. A check that is not a test file (types, lint, format, build) counts as one test. Why some run
 * beside others, and what is quick: docs/decisions/0010-test-time.md.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { findChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'

const reports = '.cache/test'
const all = process.argv.includes('--all')

/** How many of the slowest test files are named. */
const named = 15

/** Each line that a check prints begins with its name: two checks speak at a time. */
const say = (name, line) => console.log(`${name.padEnd(11)} | ${line}`)

/** Resolves to the exit code, once all that was printed has been said. */
const run = (name, command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['inherit', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    })
    for (const input of [child.stdout, child.stderr])
      createInterface({ input }).on('line', (line) => say(name, line))
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })

const npx = (name, ...args) => run(name, 'npx', ['--no-install', ...args])

const counted = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
const single =
  (...args) =>
  async (name) =>
    counted(await npx(name, ...args))

/** Runs one project of vitest.config.ts, or a part of it, and reads its report; a skipped test counts as failed. */
const suite =
  (project, ...part) =>
  async (name) => {
    const report = `${reports}/${name.replace(' ', '-')}.json`
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await npx(name, 'vitest', 'run', '--project', project, ...reporters, ...part)
    try {
      const told = JSON.parse(readFileSync(report, 'utf8'))
      const { numPassedTests: passed, numFailedTests, numPendingTests, testResults } = told
      const failed = numFailedTests + numPendingTests
      const files = testResults.map(({ name: file, startTime, endTime }) => ({
        file: path.relative(process.cwd(), file),
        seconds: (endTime - startTime) / 1000,
      }))
      return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, files }
    } catch (error) {
      console.error(`${name}: no report was written (${error.message})`)
      return { passed: 0, failed: 1 }
    }
  }

/** Filters of Vitest: parts of the names of files. */
const quick = all ? [] : ['.quick.test.']

/**
 * What `npm test` leaves to CI of the unit tests: the first steps of all recordings, and the programs that a figure
 * hands out, trained beside the figure. They take a third of the time.
 */
const long = ['tests/claims/recordings.quick.test.ts', 'tests/code/twins.test.ts']
const short = all ? [] : long.map((file) => `--exclude=${file}`)

const checks = {
  types: single('tsc', '-p', '.'),
  'bench types': single('tsc', '-p', 'scripts/bench'),
  lint: single('oxlint', '--type-aware', 'src', 'tests', 'scripts'),
  format: single('prettier', '--check', '--log-level=warn', 'src', 'tests', 'scripts', '*.ts'),
  unused: single('knip'),
  audit: async (name) => counted(await run(name, process.execPath, ['scripts/audit.mjs'])),
  'unit 1': suite('unit', '--shard=1/2', ...short),
  'unit 2': suite('unit', '--shard=2/2', ...short),
  build: single('vite', 'build', '--app'),
  browser: suite('browser', ...quick),
  backends: suite('backends*'),
  e2e: suite('e2e', ...quick),
}

/**
 * One stage after the other; of a stage two checks at a time, whoever is done takes the next: on two cores one computes
 * while the other waits for pages. What tells quickly comes first. The tests of the site run alone, two files at a time:
 * what they wait for may come late, but not for ever.
 */
const stages = [
  [
    'types',
    'build',
    'lint',
    'format',
    'unused',
    'audit',
    'bench types',
    'unit 1',
    'browser',
    'unit 2',
    'backends',
  ],
  ['e2e'],
]

const results = {}
const secondsSince = (start) => (performance.now() - start) / 1000

async function check(name) {
  say(name, 'begins')
  const start = performance.now()
  const result = await checks[name](name)
  results[name] = { ...result, seconds: secondsSince(start) }
  say(name, `${result.passed} passed, ${result.failed} failed`)
}

async function stage(names) {
  const left = [...names]
  const take = async () => {
    for (let name = left.shift(); name; name = left.shift()) await check(name)
  }
  await Promise.all([take(), take()])
}

ensureInstalled()
try {
  process.env.CHROMIUM_PATH = await findChromium()
} catch (error) {
  console.error(error.message)
  console.log('\ntests: 0 passed, 1 failed')
  process.exit(1)
}
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const start = performance.now()
for (const names of stages) await stage(names)

const time = (seconds) => `${seconds.toFixed(1).padStart(7)} s`
console.log('\nThe slowest test files')
const timed = Object.values(results).flatMap(({ files = [] }) => files)
for (const { file, seconds } of timed.toSorted((a, b) => b.seconds - a.seconds).slice(0, named))
  console.log(`${time(seconds)}  ${file}`)

console.log(`\nThe checks, some beside others, in ${secondsSince(start).toFixed(0)} s`)
const total = { passed: 0, failed: 0 }
for (const name of Object.keys(checks)) {
  const { passed, failed, seconds } = results[name]
  total.passed += passed
  total.failed += failed
  console.log(
    `${name.padEnd(11)} ${String(passed).padStart(4)} passed ${String(failed).padStart(3)} failed ${time(seconds)}`,
  )
}
console.log(`\ntests: ${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
