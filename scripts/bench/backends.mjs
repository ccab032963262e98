/** Steps a second of the figure on each backend, as published but longer: every variant, all seeds, all drawn. */
import { withFigure } from './figure.mjs'
import { heard } from './watch.mjs'

const stepsPerSecond = (open, backend) =>
  withFigure(open, `epochs=1000&backend=${backend}`, async (opened) => {
    await opened.fullSpeed()
    await opened.press('Run')
    await opened.page.waitForFunction(() => globalThis.benchLog.updates.some(({ step }) => step > 0))
    await Promise.race([opened.page.waitForTimeout(4000), opened.waitFor('done')])
    const updates = (await heard(opened.page)).filter(({ step }) => step > 0)
    const [first, last] = [updates[0], updates.at(-1)]
    return (last.step - first.step) / (last.time - first.time)
  })

/**
 * @param open opens a figure with settings, in a browser that draws pages by itself.
 * @param openWithWebgl the same in a browser where WebGL works, in software where there is no GPU.
 */
export async function measureBackends(open, openWithWebgl) {
  const rows = []
  for (const [backend, opener] of Object.entries({ wasm: open, cpu: open, webgl: openWithWebgl }))
    rows.push({ name: backend, value: await stepsPerSecond(opener, backend), unit: 'steps/s' })
  return rows
}
