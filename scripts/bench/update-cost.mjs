/** What one update costs a page's thread, from a trace: script, style and layout between one repaint and the next. */

const kinds = [
  'FunctionCall',
  'TimerFire',
  'FireAnimationFrame',
  'RunMicrotasks',
  'UpdateLayoutTree',
  'Layout',
]

/** Events of the page's thread that stand in no other: nested ones are part of their parent's time. */
function outermost(events) {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  )
  const own = events
    .filter(({ ph, name, pid, tid }) => ph === 'X' && kinds.includes(name) && main.has(`${pid}:${tid}`))
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur)
  let end = 0
  return own.filter(({ ts, dur }) => {
    if (ts < end) return false
    end = ts + dur
    return true
  })
}

/**
 * @param {import('playwright').Page} page with a figure that trains
 * @param {number} seconds
 * @param {() => Promise<number>} repaints how many repaints there have been so far
 * @returns {Promise<{ median: number, updates: number }>} ms per update; updates a second
 */
export async function updateCost(page, seconds, repaints) {
  const browser = page.context().browser()
  const before = await repaints()
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  await page.waitForTimeout(seconds * 1000)
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()))
  const count = (await repaints()) - before
  const events = outermost(traceEvents)
  const [first, last] = [events[0], events.at(-1)]
  const bin = (last.ts + last.dur - first.ts) / count
  const costs = Array.from({ length: count }, () => 0)
  for (const { ts, dur } of events)
    costs[Math.min(count - 1, Math.floor((ts - first.ts) / bin))] += dur / 1000
  return { median: costs.sort((a, b) => a - b)[count >> 1], updates: count / seconds }
}
