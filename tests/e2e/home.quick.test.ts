/** The home page: a figure that shows its recording until it is run, and then trains here. */
import type { Locator } from 'playwright'
import { expect, test } from 'vitest'
import { figureOf, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()

const recorded = (figure: Locator) => figure.locator('.recorded')
const body = (figure: Locator) => figure.locator('.fig-body')
const come = (figure: Locator) => body(figure).locator('.film-moments li[data-come]').count()

test('without JavaScript the home page is complete: curve, pictures, words, chapters', async () => {
  const { page, trouble } = await site.open('', { javaScriptEnabled: false })
  const figure = page.locator('figure[data-figure="looks-stuck"]')
  expect(
    await recorded(figure)
      .getByRole('img', { name: /^Recorded run to epoch 70: loss 0\.69/ })
      .count(),
  ).toBe(1)
  const pictures = recorded(figure).getByRole('img', { name: /^Decision boundary at epoch/ })
  expect(await pictures.count()).toBe(6)
  expect((await pictures.first().boundingBox())!.width).toBeGreaterThan(100)
  expect(await recorded(figure).innerText()).toMatch(/For \d+ epochs it looks stuck\.\s+Then it isn’t\./)
  expect(await figure.getByRole('button').count()).toBe(0)
  expect(await page.locator('.hero-note').innerText()).toMatch(/Four others.* \d+, \d+, \d+ and \d+ epochs/)
  expect(await page.locator('.chapter-list > ol > li').count()).toBeGreaterThanOrEqual(8)
  expect(trouble).toEqual([])
})

test('the recording gives way to training on this device, in the same place, and comes back at Reset', async () => {
  const { page, trouble } = await site.open('')
  const figure = await figureOf(page, 'looks-stuck')
  expect([await recorded(figure).isVisible(), await body(figure).isVisible()]).toEqual([true, false])
  const before = await figure.boundingBox()
  const place = await recorded(figure).locator('.film-picture').first().boundingBox()

  await figure.getByRole('button', { name: 'Run it here', exact: true }).click()
  await waitForState(figure, 'running')
  expect([await recorded(figure).isVisible(), await body(figure).isVisible()]).toEqual([false, true])
  const after = await figure.boundingBox()
  expect(Math.abs(after!.height - before!.height)).toBeLessThanOrEqual(1)
  const now = await body(figure).locator('.film-picture').first().boundingBox()
  expect([now!.x, now!.y].map((value, i) => Math.abs(value - [place!.x, place!.y][i]!) <= 1)).toEqual([
    true,
    true,
  ])

  await waitForState(figure, 'done')
  expect(await come(figure)).toBe(6)
  expect(await body(figure).locator('.film-words').innerText()).toMatch(/For \d+ epochs it looks stuck/)
  expect(await figure.locator('.readout').textContent()).toMatch(
    /looked stuck for \d+ epochs\. At the end 9\d/,
  )
  expect(await figure.locator('.badge').innerText()).toMatch(/^(wasm|cpu|WebGL)/)

  await figure.getByRole('button', { name: 'Reset' }).click()
  await waitForState(figure, 'idle')
  expect(await recorded(figure).isVisible()).toBe(true)
  expect(trouble).toEqual([])
})

test('Step, arrow keys and the data table work as in every figure', async () => {
  const { page, trouble } = await site.open('')
  const figure = await figureOf(page, 'looks-stuck')
  const step = figure.getByRole('button', { name: 'Step' })
  await step.click()
  await waitForState(figure, 'paused')
  await step.click()
  const handle = figure.getByRole('slider', { name: 'epoch line' })
  await handle.focus()
  await handle.press('Home')
  await expect.poll(() => handle.getAttribute('aria-valuenow')).toBe('0')
  await handle.press('t')
  await figure.getByRole('table').waitFor()
  expect(trouble).toEqual([])
})

test('other settings show no recording of the published ones', async () => {
  const { page, trouble } = await site.open('?looks-stuck=v%3D1%26smaller%3D2')
  const figure = await figureOf(page, 'looks-stuck')
  await page.locator('figure[data-figure="looks-stuck"][data-own]').waitFor()
  expect([await recorded(figure).isVisible(), await body(figure).isVisible()]).toEqual([false, true])
  expect(trouble).toEqual([])
})

test('“Why was it stuck?” leads to the section that says so', async () => {
  const { page } = await site.open('')
  await (await figureOf(page, 'looks-stuck')).getByRole('link', { name: 'Why was it stuck?' }).click()
  await page.getByRole('heading', { name: 'Waiting to start' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#waiting-to-start')
})
