/** Every page, at every width and in both themes: nothing moves by itself, nothing scrolls sideways, axe finds nothing. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { axe } from './axe.ts'
import { figureOf } from './figure.ts'
import { shifted } from './shift.ts'
import { chapters, useSite } from './site.ts'

const site = useSite()
const others = ['', 'en/glossary/', 'en/reader/', 'en/embed/']

/** How many pixels the page is wider than its window, once what listens to sizes has drawn itself anew. */
const overflow = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let i = 0; i < 4; i++) await frame()
    return document.documentElement.scrollWidth - document.documentElement.clientWidth
  })

/** 640 px is 200% zoom of 1280 px. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 640, height: 450 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]

test.each([...others, ...chapters])(
  'nothing moves by itself, and nothing scrolls sideways at any width: /%s',
  async (path) => {
    const { page } = await site.open(path)
    for (const island of await page.locator('[data-island]').all()) {
      await island.scrollIntoViewIfNeeded()
      await island.and(page.locator('[data-hydrated]')).waitFor({ timeout: 60_000 })
    }
    const shift = await shifted(page)
    console.log(`layout shift of /${path}: ${shift.toFixed(4)}`)
    expect(shift).toBeLessThan(0.02)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await expect.poll(async () => [size.width, await overflow(page)]).toEqual([size.width, 0])
    }
  },
)

test.each(
  [...others, ...chapters].flatMap((path) => [['light', 1440, path] as const, ['dark', 390, path] as const]),
)('axe finds nothing in %s at %i px: /%s', async (colorScheme, width, path) => {
  const { page } = await site.open(path, { colorScheme, viewport: { width, height: 900 } })
  const figure = page.locator('figure[data-figure]').first()
  if (chapters.includes(path)) await figureOf(page, (await figure.getAttribute('data-figure')) ?? '')
  expect(await axe(page)).toEqual([])
  // Also where the page was this wide from the start.
  await expect.poll(() => overflow(page)).toBe(0)
})
