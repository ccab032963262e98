/** The recorded curves: there without JavaScript and on paper, and out of the way of the live figure. */
import { expect, test } from 'vitest'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/activations/'

test('readers without JavaScript see what was recorded, in each figure', async () => {
  const { page, trouble } = await site.open(chapter, { javaScriptEnabled: false })
  const figures = page.locator('figure[data-figure]')
  expect(await figures.count()).toBeGreaterThanOrEqual(5)
  for (const figure of await figures.all()) {
    const picture = figure.getByRole('img', { name: /^Recorded run of 5 seeds to/ })
    const box = await picture.boundingBox()
    expect(box!.width).toBeGreaterThan(400)
    expect(box!.height).toBeGreaterThan(150)
    expect(await figure.locator('.fig-body').isVisible()).toBe(false)
  }
  expect(trouble).toEqual([])
})

test('on paper a figure that was not run shows them, and on screen none does', async () => {
  const { page, trouble } = await site.open(chapter)
  const figure = page.locator('figure[data-figure="one-bend"]')
  await figure.scrollIntoViewIfNeeded()
  await page.locator('[data-hydrated] figure[data-figure="one-bend"]').waitFor()
  const picture = figure.locator('.recorded svg')
  expect([await picture.isVisible(), await figure.locator('.fig-body').isVisible()]).toEqual([false, true])
  await page.emulateMedia({ media: 'print' })
  expect([await picture.isVisible(), await figure.locator('.fig-body').isVisible()]).toEqual([true, false])
  expect(trouble).toEqual([])
})

test('the menu plays the recording, and other settings lead back to the live figure', async () => {
  const { page, trouble } = await site.open(chapter)
  const figure = page.locator('figure[data-figure="born-dead"]')
  await figure.scrollIntoViewIfNeeded()
  await page.locator('[data-hydrated] figure[data-figure="born-dead"]').waitFor()
  await figure.getByRole('button', { name: 'More', exact: true }).click()
  await figure.getByRole('button', { name: /^Play the recording/ }).click()
  await page.locator('figure[data-figure="born-dead"][data-recording][data-state="done"]').waitFor()
  expect(await figure.locator('.readout').innerText()).toContain('Dead with 10 hidden layers')
  await figure.getByRole('button', { name: 'Settings' }).click()
  await figure.getByRole('button', { name: 'Leaky ReLU', exact: true }).click()
  await page.locator('figure[data-figure="born-dead"]:not([data-recording])').waitFor()
  expect(await figure.locator('.fig-subtitle').innerText()).toContain('Leaky ReLU')
  expect(trouble).toEqual([])
})
