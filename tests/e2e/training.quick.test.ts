/** A reader presses Run on the built site and watches a network learn. */
import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { figureOf, pictures, press, state, waitForState } from './figure.ts'
import { useSite } from './site.ts'
import { level, past } from './workers.ts'

const site = useSite()
const chapter = 'en/activations/'

/** Median loss of each variant at the epoch line, from the data table. */
async function losses(figure: Locator): Promise<number[]> {
  const table = figure.locator('table')
  if ((await table.count()) === 0) await figure.press('t')
  await table.waitFor()
  const [metrics = [], statistics = []] = await Promise.all(
    [0, 1].map((row) => table.locator('thead tr').nth(row).locator('th').allInnerTexts()),
  )
  // The first column names the variant; of each metric the median comes first.
  const metric = metrics.slice(1).findIndex((text) => /loss/i.test(text))
  const column = 1 + metric * (statistics.length / (metrics.length - 1))
  expect(statistics[column - 1]).toMatch(/median/i)
  const rows = await table.locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) =>
      Number.parseFloat((await row.locator('th, td').nth(column).innerText()).replace('×10', 'e')),
    ),
  )
}

/** Every tensor the worker holds; tfjs keeps its engine on the worker's global object. */
const tensors = async (page: Page): Promise<number> => {
  const [worker] = page.workers()
  if (!worker) throw new Error('No worker is running.')
  return worker.evaluate(() => {
    const held = globalThis as never as Record<string, { memory(): { numTensors: number } } | undefined>
    return held['_tfengine']?.memory().numTensors ?? Number.NaN
  })
}

test('Run: the loss falls, the pictures change; pause, step and reset do what they say', async () => {
  const { page, trouble } = await site.open(chapter)
  const figure = await figureOf(page, 'one-bend')
  expect(await state(figure)).toBe('idle')
  await press(figure, 'Step')
  await waitForState(figure, 'paused')
  const [before, start] = [await pictures(figure), await losses(figure)]

  await press(figure, 'Run')
  await waitForState(figure, 'running')
  // A quarter of the run, however long that takes here.
  await past(figure, 15)
  await press(figure, 'Pause')
  await waitForState(figure, 'paused')
  const [after, later] = [await pictures(figure), await losses(figure)]
  expect(after.filter((picture, i) => picture !== before[i]).length).toBeGreaterThan(2)
  expect(Math.min(...later)).toBeLessThan(0.8 * Math.min(...start))
  expect(['webgl', 'wasm', 'cpu']).toContain(await figure.getAttribute('data-backend'))

  await press(figure, 'Step')
  await waitForState(figure, 'paused')
  await press(figure, 'Reset')
  await waitForState(figure, 'idle')
  expect(trouble).toEqual([])
})

test('a run goes to its end by itself and says so', async () => {
  const { page, trouble } = await site.open(chapter)
  const figure = await figureOf(page, 'gradient-thermometer')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  expect(await figure.getByRole('status').first().innerText()).not.toBe('')
  expect(trouble).toEqual([])
})

test('tensors and heap stay level over 20 rounds of run and reset', async () => {
  const { page, trouble } = await site.open(chapter)
  const figure = await figureOf(page, 'one-bend')
  const client = await page.context().newCDPSession(page)
  const heap = async () => {
    await client.send('HeapProfiler.collectGarbage')
    return (await client.send('Runtime.getHeapUsage')).usedSize / 1e6
  }
  const round = async () => {
    await press(figure, 'Run')
    await waitForState(figure, 'running')
    await page.waitForTimeout(150)
    await press(figure, 'Reset')
    await waitForState(figure, 'idle')
    await page.waitForTimeout(150)
  }
  for (let i = 0; i < 3; i++) await round()
  const atRest = () => level(page, () => tensors(page))
  const [tensorsBefore, heapBefore] = [await atRest(), await heap()]
  for (let i = 0; i < 20; i++) await round()
  const [tensorsAfter, heapAfter] = [await atRest(), await heap()]
  console.log(
    `tensors ${tensorsBefore} -> ${tensorsAfter}, heap ${heapBefore.toFixed(1)} -> ${heapAfter.toFixed(1)} MB`,
  )
  expect(tensorsAfter).toBe(tensorsBefore)
  expect(heapAfter).toBeLessThan(heapBefore + 2)
  expect(trouble).toEqual([])
})

test('a second figure takes over: only one runs', async () => {
  const { page } = await site.open(chapter)
  const first = await figureOf(page, 'one-bend')
  await press(first, 'Run')
  await waitForState(first, 'running')
  const second = await figureOf(page, 'born-dead')
  await press(second, 'Run')
  await waitForState(second, 'running', 'done')
  await expect.poll(() => state(first)).toBe('paused')
})
