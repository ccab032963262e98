/** How much the page's memory, its worker's included, grows while a figure trains at full speed. */
import { withFigure } from './figure.mjs'

/** Bytes of the page and its worker after a collection of garbage, as the browser itself counts them. */
const count = ({ page }) =>
  page.evaluate(async () => {
    globalThis.benchLog.updates = []
    const { bytes: total, breakdown } = await performance.measureUserAgentSpecificMemory()
    const inWorker = breakdown.filter(({ attribution }) =>
      attribution.some(({ scope }) => scope.includes('Worker')),
    )
    return { total, worker: inWorker.reduce((sum, part) => sum + part.bytes, 0) }
  })

/** The least of several counts: what a collection left behind by chance is not memory that grew. */
async function bytes(opened) {
  const counts = []
  for (let i = 0; i < 4; i++) {
    counts.push(await count(opened))
    await opened.page.waitForTimeout(500)
  }
  const least = (part) => Math.min(...counts.map((each) => each[part]))
  return { total: least('total'), worker: least('worker') }
}

/** The figure as published, all variants and seeds, run again and again; measured at the end of a run each time. */
export const heapGrowth = (open, seconds) =>
  withFigure(open, 'backend=wasm', async (opened) => {
    await opened.fullSpeed()
    const once = async () => {
      await opened.press('Run')
      await opened.waitFor('done')
    }
    const again = async () => {
      await opened.press('Reset')
      await opened.waitFor('idle')
      await once()
    }
    const trainFor = async (time) => {
      const start = performance.now()
      while (performance.now() - start < 1000 * time) await again()
    }
    await once()
    await trainFor(seconds / 4)
    const before = await bytes(opened)
    await trainFor(seconds)
    const after = await bytes(opened)
    return {
      megabytes: (after.total - before.total) / 2 ** 20,
      workerMegabytes: (after.worker - before.worker) / 2 ** 20,
      seconds,
    }
  })
