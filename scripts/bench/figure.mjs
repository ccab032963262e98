/** How fast a figure of the built book trains, with everything drawn: what a reader sees, timed from Run. */
import { heard, reached } from './watch.mjs'

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const testLoss = { place: 1, metrics: 3, limit: 0.05 }
const one = 'noise=0&learningRate=0.03&batchSize=10&variants=tanh&backend=wasm'
/** More than any length that the figure allows becomes the longest one. */
const longest = 'epochs=1000000'

/** Opens one-bend with `settings`, lets `use` have it, and closes it. */
export async function withFigure(open, settings, use) {
  const opened = await open('one-bend', settings)
  try {
    return await use(opened)
  } finally {
    await opened.close()
  }
}

const countFrames = () => {
  globalThis.frames = []
  const count = () => {
    globalThis.frames.push(performance.now())
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
}

/** Updates and frames in a second of one network 2-8-8-1; the first second, while the browser compiles, is left out. */
export const throughput = (open, runs) =>
  withFigure(open, `${one}&${longest}&data=circles&depth=2&units=8&seeds=0`, async (opened) => {
    const rates = []
    await opened.fullSpeed()
    await opened.page.evaluate(countFrames)
    for (let i = 0; i < runs; i++) {
      await opened.press('Run')
      await opened.waitFor('running')
      await Promise.race([opened.page.waitForTimeout(5000), opened.waitFor('done')])
      const all = (await heard(opened.page)).filter(({ step }) => step > 0)
      const settled = all.filter(({ time }) => time > 1)
      const updates = settled.length > 10 ? settled : all
      const frames = await opened.page.evaluate(() =>
        globalThis.frames.map((time) => (time - globalThis.benchLog.pressed) / 1000),
      )
      const [first, last] = [updates[0], updates.at(-1)]
      const shown = frames.filter((time) => time > first.time && time <= last.time).length
      const seconds = last.time - first.time
      rates.push({ steps: (last.step - first.step) / seconds, frames: shown / seconds })
      await opened.press('Reset')
      await opened.waitFor('idle')
    }
    return {
      updatesPerSecond: median(rates.map(({ steps }) => steps)),
      framesPerSecond: median(rates.map(({ frames }) => frames)),
    }
  })

/** Seconds from Run to a test loss of 0.05 on two circles, one network 2-8-8-1, on a page that has trained before. */
export const circle = (open, runs) =>
  withFigure(open, `${one}&epochs=1000&data=circles&depth=2&units=8&seeds=0`, async (opened) => {
    const times = []
    await opened.fullSpeed()
    for (let i = 0; i <= runs; i++) {
      await opened.press('Run')
      await opened.waitFor('done')
      times.push(reached(await heard(opened.page), 'tanh', { ...testLoss, seeds: 1 })[0]?.time ?? Infinity)
      await opened.press('Reset')
      await opened.waitFor('idle')
    }
    // The first run also loads what the later ones find.
    return { first: times[0], seconds: median(times.slice(1)) }
  })

/** Seconds from Run to a test loss of 0.05 on two spirals: five seeds, 2-16-16-1, all in one run. */
export const spirals = (open) =>
  withFigure(open, `${one}&epochs=1000&data=spirals&depth=2&units=16`, async (opened) => {
    await opened.fullSpeed()
    await opened.press('Run')
    await opened.waitFor('done', 120_000)
    const times = reached(await heard(opened.page), 'tanh', { ...testLoss, seeds: 5 })
    return { seconds: times.map((seed) => seed?.time ?? null) }
  })

/** Milliseconds from Run to the first step that the page hears of, on a page that was read for a while. */
export async function firstStep(open, backend, runs) {
  const times = []
  for (let i = 0; i < runs; i++)
    await withFigure(open, `backend=${backend}`, async (opened) => {
      await opened.fullSpeed()
      await opened.page.waitForTimeout(4000)
      await opened.press('Run')
      await opened.page.waitForFunction(() => globalThis.benchLog.updates.some(({ step }) => step > 0))
      times.push(1000 * (await heard(opened.page)).find(({ step }) => step > 0).time)
    })
  return { milliseconds: median(times) }
}
