/**
 * The built site with its real worker, and what a browser does to it: workers ended, memory short, pages hidden; each
 * time the lesson goes on.
 */
import type { Locator } from 'playwright'
import { expect, test } from 'vitest'
import { chromiumFlags } from '../../scripts/chromium.mjs'
import { figureOf, press, state, waitForState } from './figure.ts'
import { useSite } from './site.ts'
import { epoch, link, notice, past, standing, training, workerOf, workersMade } from './workers.ts'

const site = useSite(chromiumFlags)

/** What the data table says when the run is done. */
async function results(figure: Locator): Promise<string> {
  await figure.getByLabel('Speed').selectOption('all')
  await waitForState(figure, 'done')
  await figure.press('t')
  return figure.locator('table tbody').innerText()
}

let undisturbed: string | undefined
/** The same run, left alone. */
async function whole(): Promise<string> {
  if (undisturbed !== undefined) return undisturbed
  const { page } = await site.open(link('wasm'))
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  undisturbed = await results(figure)
  await page.close()
  return undisturbed
}

test('the worker is terminated from outside: the run goes on in another, and ends with the same numbers', async () => {
  const { page, trouble, figure } = await training(site, 'wasm')
  const before = await epoch(figure)
  await page.evaluate(() => (globalThis as never as { made: { terminate(): void }[] }).made[0]?.terminate())
  expect(await notice(figure)).toMatch(
    /^The part of this page that trains has stopped unexpectedly\. The run went on from epoch [\d.]+ with wasm; nothing was lost\.$/,
  )
  await waitForState(figure, 'running')
  expect(await epoch(figure)).toBeGreaterThanOrEqual(before)
  expect(await workersMade(page)).toBe(2)
  expect(await results(figure)).toBe(await whole())
  expect(trouble).toEqual([])
})

test('the worker ends itself while the run is paused: it stays where it is, and goes on when asked', async () => {
  const { page, figure } = await training(site, 'wasm')
  await press(figure, 'Pause')
  const before = await standing(figure)
  // A task later, or the answer to this could be lost with it.
  await workerOf(page).evaluate(() => void setTimeout(() => globalThis.close()))
  expect(await notice(figure)).toMatch(/stopped unexpectedly/)
  expect([await state(figure), await epoch(figure)]).toEqual(['paused', before])
  await press(figure, 'Run')
  await past(figure, before + 1)
  expect(await results(figure)).toBe(await whole())
})

test('WebAssembly memory is exhausted: the run goes on, and ends with the same numbers', async () => {
  const { page, trouble, figure } = await training(site, 'wasm')
  await workerOf(page).evaluate(() => {
    interface Engine {
      registry: { wasm: { wasm: { _malloc(bytes: number): number } } }
    }
    const { wasm } = (globalThis as never as { _tfengine: Engine })['_tfengine'].registry.wasm
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('Maximum memory size exceeded')
    }
    for (let size = 2 ** 24; size >= 16; size /= 4)
      for (let left = 1e6; left > 0; left--)
        try {
          wasm['_malloc'](size)
        } catch {
          break
        }
  })
  expect(await notice(figure)).toMatch(
    /Memory is short: .* went on from epoch [\d.]+ with (wasm|CPU); nothing was lost\.$/,
  )
  expect(await workersMade(page)).toBe(2)
  expect(await results(figure)).toBe(await whole())
  expect(trouble).toEqual([])
})

test('a page that is hidden trains nothing, and goes on when it is seen', async () => {
  const { page, figure } = await training(site, 'wasm')
  const hide = (hidden: boolean) =>
    page.evaluate((is) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => is })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await hide(true)
  const before = await standing(figure)
  await page.waitForTimeout(500)
  expect(await epoch(figure)).toBe(before)
  await hide(false)
  await waitForState(figure, 'running')
  // Whoever paused it finds it paused.
  await press(figure, 'Pause')
  await waitForState(figure, 'paused')
  await hide(true)
  await hide(false)
  await page.waitForTimeout(200)
  expect(await state(figure)).toBe('paused')
})
