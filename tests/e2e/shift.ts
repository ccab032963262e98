import type { Page } from 'playwright'

/** How much of what was seen has moved by itself since the first paint: the sum that browsers keep. */
export const shifted = (page: Page) =>
  page.evaluate(async () => {
    let sum = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as never as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    // The observer hears of what was before in a task of its own.
    await new Promise((resolve) => setTimeout(resolve, 100))
    return sum
  })
