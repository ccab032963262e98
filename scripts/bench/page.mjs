/** What a training figure costs the page's thread: update cost, long tasks, busy share, key to paint, frames. */

/** @typedef {{ name: string, value: number, unit: string, reach: string }} Measure */

const seconds = 6

/** Watches the page from inside: long tasks, event latencies, animation frames, repaints of the stream. */
const observe = () => {
  const seen = { longTasks: [], events: [], frames: 0, repaints: 0 }
  Object.assign(globalThis, { seen })
  new PerformanceObserver((list) => seen.longTasks.push(...list.getEntries().map((e) => e.duration))).observe(
    {
      type: 'longtask',
    },
  )
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.events.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16 })
  const count = () => {
    seen.frames++
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  const figure = document.querySelector('figure[data-state="running"]')
  new MutationObserver(() => seen.repaints++).observe(figure, { subtree: true, attributeFilter: ['d'] })
}

const taskSeconds = async (cdp) => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration').value
}

/** Lets a running figure train for a while and reads the meters. */
async function sample(page, cdp) {
  await page.evaluate(() =>
    Object.assign(globalThis.seen, { longTasks: [], events: [], frames: 0, repaints: 0 }),
  )
  const start = { task: await taskSeconds(cdp), wall: performance.now() }
  await page.waitForTimeout(seconds * 1000)
  const wall = (performance.now() - start.wall) / 1000
  const busy = (await taskSeconds(cdp)) - start.task
  const seen = await page.evaluate(() => globalThis.seen)
  return { wall, busy, ...seen }
}

/** Median time from a key press on the epoch line to the paint that follows it, in ms. */
const keyToPaint = async (page, figure) => {
  await figure.getByRole('slider', { name: /epoch/i }).first().focus()
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
 * @param {import('playwright').Page} page on the chapter, with `widget` hydrated and running
 * @param {import('playwright').Locator} figure
 * @returns {Promise<Measure[]>}
 */
export async function measurePage(page, figure) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  await page.evaluate(observe)
  const normal = await sample(page, cdp)
  const paint = await keyToPaint(page, figure)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const slow = await sample(page, cdp)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const updates = normal.repaints / normal.wall
  return [
    { name: 'updates a second', value: updates, unit: '/s', reach: '<= 15' },
    {
      name: 'page thread per update',
      value: (normal.busy * 1000) / Math.max(1, normal.repaints),
      unit: 'ms',
      reach: '<= 4 (everything, compositing too)',
    },
    { name: 'longest task', value: Math.max(0, ...normal.longTasks), unit: 'ms', reach: 'none over 50' },
    { name: 'page thread busy', value: (100 * normal.busy) / normal.wall, unit: '%', reach: '< 50' },
    { name: 'key to paint, median', value: paint, unit: 'ms', reach: '<= 32' },
    { name: 'frames a second, CPU slowed 4x', value: slow.frames / slow.wall, unit: '/s', reach: '>= 30' },
  ]
}
