/**
 * `npm test`: installs what is missing, finds a Chromium, runs every check, and closes with one line of counts.
 * A check that is not a test file (types, lint, format, build) counts as one test.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'

const reports = '.cache/test'

const run = (command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })

const npx = (...args) => run('npx', ['--no-install', ...args])

const counted = (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
const single = async (...args) => counted(await npx(...args))

/** Runs one project of vitest.config.ts and reads the counts from its report; a skipped test counts as failed. */
const suite = async (project) => {
  const file = `${reports}/${project}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await npx('vitest', 'run', '--project', project, ...reporters)
  try {
    const { numPassedTests: passed, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'))
    const failed = numFailedTests + numPendingTests
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
  } catch (error) {
    console.error(`${project}: no report was written (${error.message})`)
    return { passed: 0, failed: 1 }
  }
}

const checks = {
  types: () => single('tsc', '-p', '.'),
  'bench types': () => single('tsc', '-p', 'scripts/bench'),
  lint: () => single('oxlint', '--type-aware', 'src', 'tests', 'scripts'),
  format: () => single('prettier', '--check', '--log-level=warn', 'src', 'tests', 'scripts', '*.ts'),
  audit: async () => counted(await run(process.execPath, ['scripts/audit.mjs'])),
  unit: () => suite('unit'),
  build: () => single('vite', 'build', '--app'),
  browser: () => suite('browser'),
  e2e: () => suite('e2e'),
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

const total = { passed: 0, failed: 0 }
const summary = []
for (const [name, check] of Object.entries(checks)) {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const { passed, failed } = await check()
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  summary.push(
    `${name.padEnd(11)} ${String(passed).padStart(4)} passed ${String(failed).padStart(3)} failed ${seconds.padStart(7)} s`,
  )
}
console.log(`\n${summary.join('\n')}\n\ntests: ${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
