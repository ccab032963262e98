import type { Page } from 'playwright'

/** How much of what was seen has moved by itself since then (ms from the page's start): the sum that browsers keep. */
export const shifted = (page: Page, since = 0) =>
  page.evaluate(async (start) => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (entry.startTime >= start) sum += (entry as never as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    // The observer hears of what was before in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 100))
    return sum
  }, since)
