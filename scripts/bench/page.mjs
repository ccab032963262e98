/** What a training figure costs the page's thread: update cost, long tasks, busy share, key to paint, frames. */
import { updateCost } from './update-cost.mjs'

/** Watches the page from inside: long tasks, animation frames, and what each repaint of the figure's layers takes. */
const observe = () => {
  const seen = { longTasks: [], frames: 0, repaints: 0 }
  Object.assign(globalThis, { seen })
  new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map((e) => e.duration))).observe(
    {
      type: 'longtask',
    },
  )
  // A repaint writes the paths of all lines in one go, so its mutations arrive together.
  new MutationObserver(() => seen.repaints++).observe(
    document.querySelector('figure[data-state="running"]'),
    {
      subtree: true,
      attributeFilter: ['d'],
    },
  )
}

/** Seconds that the page's thread has been busy so far. */
const busySeconds = async (cdp) => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value
}

/** Counts the frames of the page from now on. Only where frames are the question: asking for each costs time itself. */
const countFrames = () => {
  const count = () => {
    globalThis.seen.frames++
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
}

/** Lets the running figure train for `seconds` and reads the meters. */
async function sample(page, cdp, seconds) {
  await page.evaluate(() => Object.assign(globalThis.seen, { longTasks: [], frames: 0 }))
  const [before, start] = [await busySeconds(cdp), performance.now()]
  await page.waitForTimeout(seconds * 1000)
  const [after, wall] = [await busySeconds(cdp), (performance.now() - start) / 1000]
  return { wall, busy: after - before, ...(await page.evaluate(() => globalThis.seen)) }
}

/** Median time from a key press on the epoch line to the end of the frame that follows it, in ms. */
const keyToPaint = async (page, figure) => {
  await figure.getByRole('slider', { name: /line$/ }).first().focus()
  const times = []
  for (let i = 0; i < 21; i++) {
    times.push(
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            const start = performance.now()
            document.activeElement.dispatchEvent(
              new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }),
            )
            requestAnimationFrame(() => {
              const channel = new MessageChannel()
              channel.port1.addEventListener('message', () => resolve(performance.now() - start))
              channel.port1.start()
              channel.port2.postMessage(0)
            })
          }),
      ),
    )
    await page.waitForTimeout(60)
  }
  return times.sort((a, b) => a - b)[10]
}

/**
 * Runs the figure twice at speed 4x: as the machine is, then with the CPU slowed four times.
 * @param {import('playwright').Page} page on the chapter, its figure hydrated
 * @param {import('playwright').Locator} figure idle
 */
export async function measurePage(page, figure) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const widget = await figure.getAttribute('data-figure')
  const running = page.locator(`figure[data-figure="${widget}"][data-state="running"]`)
  const start = async () => {
    await figure.getByRole('combobox', { name: 'Speed' }).selectOption('4')
    await figure.getByRole('button', { name: 'Run', exact: true }).click()
    await running.waitFor({ timeout: 60_000 })
  }
  await start()
  await page.evaluate(observe)
  const normal = await sample(page, cdp, 4)
  const cost = await updateCost(page, 2, () => page.evaluate(() => globalThis.seen.repaints))
  const paint = await keyToPaint(page, figure)
  await figure.getByRole('button', { name: 'Reset', exact: true }).click()
  await page.waitForTimeout(500)
  await start()
  await page.evaluate(countFrames)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const slow = await sample(page, cdp, 5)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const longest = Math.max(0, ...normal.longTasks)
  return [
    { name: 'updates of the figure', value: cost.updates, unit: '/s', most: 15 },
    { name: 'one update (script, style, layout), median', value: cost.median, unit: 'ms', most: 4 },
    { name: 'longest task', value: longest, unit: 'ms', most: 50 },
    { name: 'thread busy', value: (100 * normal.busy) / normal.wall, unit: '%', most: 50 },
    { name: 'key press to paint, median', value: paint, unit: 'ms', most: 32 },
    { name: 'frames, CPU slowed 4 times', value: slow.frames / slow.wall, unit: '/s', least: 30 },
  ]
}
