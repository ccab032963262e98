/**
 * Training steps per CPU-second of every contestant on every workload, in one Chromium.
 *
 * Each contestant has a page, and so a renderer process, of its own. CPU seconds are those of that whole process
 * (`ProcessTime` of the browser's Performance.getMetrics): also of the threads that compile and collect garbage.
 * A round lets each contestant train in turn; the number is the median of the rounds.
 */
import { build, loadConfigFromFile, preview } from 'vite'
import { check } from './kernels/check.mjs'

const root = 'scripts/bench/kernels'
const out = '.cache/bench'

export const contestants = ['convnetjs', 'typescript', 'released', 'plain', 'ours', 'loops']
export const workloads = ['a-10', 'a-256', 'b', 'c', 'd', 'e']

/** The site's own plugins, without those that make its pages: what compiles the kernels is the same. */
async function sitePlugins() {
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' })
  return config.plugins.flat(Infinity).filter(({ name }) => name.startsWith('assemblyscript'))
}

/** Builds the bench's page and serves it. */
async function serve() {
  const options = { root, base: './', configFile: false, logLevel: 'error', plugins: await sitePlugins() }
  const folder = `${process.cwd()}/${out}`
  await build({ ...options, build: { outDir: folder, emptyOutDir: true, target: 'es2022' } })
  return preview({ ...options, build: { outDir: folder }, preview: { port: 4874 } })
}

/** One contestant at work in its own process. */
async function enter(browser, url, contestant, workload) {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(`${contestant}, ${workload}: ${error.message}`))
  await page.goto(`${url}?${new URLSearchParams({ contestant, workload })}`)
  if (!(await page.evaluate(() => globalThis.bench.start()))) {
    await context.close()
    return null
  }
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  const seconds = async () =>
    (await cdp.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ProcessTime').value
  const train = (count) => page.evaluate((n) => globalThis.bench.train(n), count)
  return {
    contestant,
    rates: [],
    read: (what) => page.evaluate((name) => globalThis.bench[name](), what),
    train,
    async measure(count) {
      const before = await seconds()
      await train(count)
      return count / ((await seconds()) - before)
    },
    close: () => context.close(),
  }
}

/** How many steps fill a turn of `target` CPU seconds; the machine's compilers have then seen the code often. */
async function calibrate(entry, target) {
  let count = 1
  for (;;) {
    const wall = (await entry.train(count)) / 1000
    if (wall > target / 2) break
    count = Math.ceil(count * Math.min(20, Math.max(2, target / Math.max(wall, 1e-3))))
  }
  const rate = await entry.measure(count)
  return Math.max(1, Math.round(rate * target))
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

async function measureWorkload(browser, url, workload, { rounds, seconds, progress }) {
  const entries = []
  try {
    for (const contestant of contestants) {
      const entry = await enter(browser, url, contestant, workload)
      if (entry) entries.push(entry)
    }
    const checks = await check(workload, entries)
    for (const entry of entries) entry.count = await calibrate(entry, seconds)
    for (let round = 0; round < rounds; round++) {
      progress(`${workload}, round ${round + 1} of ${rounds}`)
      for (const entry of entries) entry.rates.push(await entry.measure(entry.count))
    }
    const results = {}
    for (const { contestant, rates, read } of entries)
      results[contestant] = {
        stepsPerCpuSecond: median(rates),
        least: Math.min(...rates),
        most: Math.max(...rates),
        ...checks[contestant],
        lossAtTheEnd: await read('loss'),
      }
    return results
  } finally {
    for (const { close } of entries) await close()
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {{ quick: boolean, only?: string[], progress: (words: string) => void }} options
 */
export async function measureKernels(browser, { quick, only, progress }) {
  progress('building')
  const server = await serve()
  try {
    const results = {}
    for (const workload of only ?? workloads)
      results[workload] = await measureWorkload(browser, server.resolvedUrls.local[0], workload, {
        rounds: quick ? 3 : 5,
        seconds: quick ? 0.2 : 0.6,
        progress,
      })
    return results
  } finally {
    await server.close()
  }
}
