/**
 * `npm run bench`: how fast the book trains and what its figures cost this machine's browser, as tables and as JSON.
 * Ratios can be compared between machines, timings cannot. Nothing here passes or fails.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { machineWords, writeDocs } from './bench/docs.mjs'
import { measureKernels } from './bench/kernels.mjs'
import { readOptions, usage } from './bench/options.mjs'
import { figureRows, plainTable, ratioRows, speedRows, verdictRows } from './bench/rows.mjs'
import { built, launch } from './bench/site.mjs'
import { measureVerdicts } from './bench/verdict.mjs'
import { measureWholePage } from './bench/wholePage.mjs'

const file = '.cache/bench.json'

function optionsOrExit() {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`)
    return process.exit(2)
  }
}
const options = optionsOrExit()
if (options.help) {
  console.log(usage)
  process.exit(0)
}
const { quick } = options
const progress = (words) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${words}`)
}
const print = (title, rows) => {
  progress('')
  console.log(`\n${title}\n${plainTable(rows)}`)
}

const browser = await launch(['--disable-gpu'])
const machine = {
  cores: os.availableParallelism(),
  load: os.loadavg()[0],
  quick,
  node: process.versions.node,
  chromium: browser.version(),
}
const measured = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}

if (options.kernels) {
  const results = await measureKernels(browser, { quick, only: options.workloads, progress })
  print('Training steps per CPU-second', speedRows(results))
  print('Ratios', ratioRows(results))
  measured.kernels = { machine, results }
}
await browser.close()

if ((options.page || options.verdict) && built === 'dist') {
  progress('building the book')
  const { status } = spawnSync('npx', ['--no-install', 'vite', 'build', '--app', '--logLevel=warn'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}

if (options.page) {
  const { figure, thread, backends } = await measureWholePage({ quick, progress })
  print('The book as it ships', figureRows(figure))
  print('A figure on the page’s thread (wasm, speed 4x)', figureRows(thread))
  print('Steps a second, each variant, all seeds (WebGL in software)', figureRows(backends))
  measured.page = { machine, figure, thread, backends }
}

if (options.verdict) {
  const results = await measureVerdicts({ only: options.figures, progress })
  print('Seconds from Run', verdictRows(results))
  measured.verdict = { machine, results }
}

console.log(`\n${machineWords(machine)}`)
if (!options.workloads && !options.figures) {
  mkdirSync('.cache', { recursive: true })
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`)
  console.log(`All numbers: ${file}`)
}
if (options.docs) console.log(`Written: ${writeDocs(measured)}`)
