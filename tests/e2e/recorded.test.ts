/** The recorded curves: there without JavaScript and on paper, and out of the way of the live figure. */
import { expect, test } from 'vitest'
import type { Locator } from 'playwright'
import { recordedThere } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/activations/'

/** The width of what came from the picture's file, in its own units; 0 if nothing came. */
const drawn = (picture: Locator): Promise<number> =>
  picture.locator('use').evaluate((use) => (use as SVGUseElement).getBBox().width)

test('readers without JavaScript see what was recorded, in each figure', async () => {
  const { page, trouble } = await site.open(chapter, { javaScriptEnabled: false })
  const figures = page.locator('figure[data-figure]')
  expect(await figures.count()).toBeGreaterThanOrEqual(5)
  for (const figure of await figures.all()) {
    const picture = figure.getByRole('img', { name: /^Recorded run of 5 seeds to/ })
    const box = await picture.boundingBox()
    expect(box!.width).toBeGreaterThan(400)
    expect(box!.height).toBeGreaterThan(150)
    await expect.poll(() => drawn(picture)).toBeGreaterThan(500)
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
  await recordedThere(page)
  expect([await picture.isVisible(), await figure.locator('.fig-body').isVisible()]).toEqual([false, true])
  await page.emulateMedia({ media: 'print' })
  expect([await picture.isVisible(), await figure.locator('.fig-body').isVisible()]).toEqual([true, false])
  // Its file is fetched when the picture is in the page.
  await expect.poll(() => drawn(picture)).toBeGreaterThan(500)
  expect(trouble).toEqual([])
})

test('the pictures have the colours of the page that shows them', async () => {
  const { page } = await site.open(chapter, { viewport: { width: 900, height: 900 } })
  await page.emulateMedia({ media: 'print' })
  const picture = page.locator('figure[data-figure="one-bend"] .recorded svg')
  await picture.scrollIntoViewIfNeeded()
  /** Of the page's colours 1 to 4, how many pixels of the picture have exactly each. */
  const painted = async () => {
    const shot = (await picture.screenshot()).toString('base64')
    return page.evaluate(async (png) => {
      const image = new Image()
      image.src = `data:image/png;base64,${png}`
      await image.decode()
      const { width, height } = image
      const canvas = new OffscreenCanvas(width, height).getContext('2d')!
      canvas.drawImage(image, 0, 0)
      const pixels = new Uint32Array(canvas.getImageData(0, 0, width, height).data.buffer)
      return [1, 2, 3, 4].map((series) => {
        canvas.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(`--c${series}`)
        canvas.fillRect(0, 0, 1, 1)
        const [colour] = new Uint32Array(canvas.getImageData(0, 0, 1, 1).data.buffer)
        return pixels.filter((pixel) => pixel === colour).length
      })
    }, shot)
  }
  const found = async () => (await painted()).map((count) => count > 100)
  // Three variants: the fourth colour is nowhere.
  await expect.poll(found).toEqual([true, true, true, false])
  await page.evaluate(() => document.documentElement.style.setProperty('--c2', '#00f'))
  await expect.poll(found).toEqual([true, true, true, false])
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

test('a figure that fails has its recording on paper', async () => {
  const { page } = await site.open('')
  await page.route('**/assets/mount-*.js', (route) => route.abort())
  await page.goto(site.url + chapter)
  const island = page.locator('[data-island="widgets/one-bend"]')
  await island.scrollIntoViewIfNeeded()
  await page.locator('[data-island="widgets/one-bend"] + .island-failed').waitFor()
  await page.emulateMedia({ media: 'print' })
  await recordedThere(page)
  expect(await island.locator('.recorded svg').isVisible()).toBe(true)
})
