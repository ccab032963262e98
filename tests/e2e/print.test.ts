/** On paper: a book of what was recorded, without controls, always light. And how to cite a page. */
import { expect, test } from 'vitest'
import { allLaidOut, figureOf, press, recordedThere, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/activations/'

/** Pages of a PDF: the greatest count in its tree of pages is that of the root. */
const pagesOf = (pdf: Buffer) =>
  Math.max(...Array.from(pdf.toString('latin1').matchAll(/\/Count\s+(\d+)/g), ([, count]) => Number(count)))

test('a chapter prints as text and recordings, without controls, light from a dark screen', async () => {
  const { page, trouble } = await site.open(chapter, { colorScheme: 'dark' })
  const figure = await figureOf(page, 'one-bend')
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--c1').trim())
  const onScreen = await paper()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.locator('html[data-theme="light"]').waitFor()
  await recordedThere(page)
  expect(await paper()).not.toBe(onScreen)
  expect(await figure.locator('.recorded svg').isVisible()).toBe(true)
  expect(await figure.locator('.fig-body').isVisible()).toBe(false)
  expect(await page.locator('button:visible, input:visible, select:visible, nav:visible').count()).toBe(0)
  expect(await page.locator('details:not([open]):visible').count()).toBe(0)
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
  await page.locator('html[data-theme="dark"]').waitFor()
  expect(trouble).toEqual([])
})

test('a figure that was run prints its recording, and with other settings what it shows', async () => {
  const { page, trouble } = await site.open(`${chapter}?kill-a-relu=v%3D1%26backend%3Dcpu%26seeds%3D0`)
  const figure = await figureOf(page, 'kill-a-relu')
  await press(figure, 'Step')
  await waitForState(figure, 'paused')
  const shown = async () => [
    await figure.locator('.recorded').isVisible(),
    await figure.locator('.fig-body').isVisible(),
  ]
  await page.emulateMedia({ media: 'print' })
  await recordedThere(page)
  expect(await shown()).toEqual([true, false])
  await page.emulateMedia({ media: 'screen' })
  await figure.getByRole('button', { name: 'Settings' }).click()
  const slider = figure.locator('.drawer input[type=range]').first()
  await slider.focus()
  await slider.press('ArrowRight')
  await page.locator('figure[data-figure="kill-a-relu"][data-own]').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await shown()).toEqual([false, true])
  expect(trouble).toEqual([])
})

test.each([
  ['A4', true],
  ['Letter', false],
] as const)('a PDF on %s has the whole chapter (JavaScript: %s)', async (format, javaScriptEnabled) => {
  const { page } = await site.open(chapter, { javaScriptEnabled })
  await page.evaluate(() => document.fonts.ready.then(() => true))
  const pages = pagesOf(await page.pdf({ format }))
  expect(pages).toBeGreaterThan(12)
  expect(pages).toBeLessThan(40)
})

test('on a sheet of A4 nothing is wider than the sheet, and no figure higher', async () => {
  // 170 mm between the margins; 259 mm from top to bottom.
  const { page } = await site.open(chapter, { viewport: { width: 643, height: 979 } })
  await page.emulateMedia({ media: 'print' })
  await allLaidOut(page)
  await recordedThere(page)
  const { wide, high } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    high: Array.from(
      document.querySelectorAll('.prose figure'),
      (figure) => figure.getBoundingClientRect().height,
    ),
  }))
  expect(wide).toBeLessThanOrEqual(0)
  expect(high.filter((height) => height > 979)).toEqual([])
})

test('a citation has the address and the day, and is copied', async () => {
  const { page, trouble } = await site.open(chapter, { permissions: ['clipboard-read', 'clipboard-write'] })
  const box = page.locator('.cite-page[data-complete]')
  await box.scrollIntoViewIfNeeded()
  const year = String(new Date().getFullYear())
  expect(await box.locator('[data-cite-form=text]').innerText()).toContain(site.url + chapter)
  await box.getByRole('button', { name: 'Copy' }).nth(1).click()
  await box.getByText('Copied.').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('@misc{watch-it-learn-activations')
  expect(copied).toContain(`url = {${site.url}${chapter}}`)
  expect(copied).toContain(`read on ${year}-`)
  expect(trouble).toEqual([])
})

test('where the browser forbids copying, the text is selected for the reader', async () => {
  const { page } = await site.open(chapter)
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.reload()
  const box = page.locator('.cite-page[data-complete]')
  await box.getByRole('button', { name: 'Copy' }).first().click()
  await box.getByText('did not let this page copy').waitFor()
  expect(await page.evaluate(() => String(getSelection()))).toContain('chapter 1 of Watch It Learn')
})

test('without JavaScript the citation is there, and says what to add', async () => {
  const { page } = await site.open(chapter, { javaScriptEnabled: false })
  const box = page.locator('.cite-page')
  expect(await box.locator('[data-cite-form=bibtex]').innerText()).toContain('title = {Activations}')
  expect(await box.getByText('Add the address of this page').isVisible()).toBe(true)
  expect(await box.getByRole('button').count()).toBe(0)
})
