/** Blocks below the first screen are laid out after it; the reader never meets one that is not. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/regularization/'

const rest = (page: Page) => page.evaluate(() => document.documentElement.dataset['rest'] ?? 'there')

/** px from the top of the article to its end, but for what letters.ts does to keep lines in view where letters come late. */
const height = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready
    for (const { style } of document.querySelectorAll<HTMLElement>('.chapter-head > *, .prose > *'))
      style.wordSpacing = ''
    return document.querySelector('.prose')!.getBoundingClientRect().height
  })

/** A page that has no time for the rest, and how to give it time. */
async function withoutTime() {
  const { page, trouble } = await site.open('')
  await page.addInitScript(() => {
    const idle = window.requestIdleCallback
    const kept: IdleRequestCallback[] = []
    window.requestIdleCallback = (work) => kept.push(work)
    addEventListener('time', () => {
      window.requestIdleCallback = idle
      for (const work of kept) idle(work)
    })
  })
  await page.goto(site.url + chapter)
  return { page, trouble, giveTime: () => page.evaluate(() => dispatchEvent(new Event('time'))) }
}

test('below the first screen nothing is laid out at first, later everything is as it would have been', async () => {
  const { page, trouble, giveTime } = await withoutTime()
  const state = (selector: string) =>
    page.locator(selector).evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }))
  await expect.poll(() => rest(page)).toBe('waiting')
  expect(await state('.prose > p >> nth=0')).toBe(true)
  expect(await state('.prose > .references li >> nth=0')).toBe(false)
  await giveTime()
  await expect.poll(() => rest(page), { timeout: 60_000 }).toBe('there')
  expect(await state('.prose > .references li >> nth=0')).toBe(true)
  const { page: whole } = await site.open(`${chapter}#text`)
  expect(await rest(whole)).toBe('there')
  await expect
    .poll(async () => Math.abs((await height(page)) - (await height(whole))), { timeout: 30_000 })
    .toBeLessThan(2)
  expect(await page.locator('.prose > [style*="content-visibility"]').count()).toBe(0)
  expect(trouble).toEqual([])
})

test('a link to a place further down leads there before the page has had time', async () => {
  const { page } = await withoutTime()
  await page.getByRole('link', { name: 'Exercises' }).first().click()
  expect(await rest(page)).toBe('there')
  // Browsers take their time to scroll past a whole chapter.
  await expect
    .poll(() => page.locator('#exercises').evaluate((heading) => heading.getBoundingClientRect().top))
    .toBeLessThan(200)
  expect(
    await page.locator('#exercises').evaluate((heading) => heading.getBoundingClientRect().top),
  ).toBeGreaterThanOrEqual(0)
})

test('a chapter that was just opened is at its beginning', async () => {
  const { page } = await withoutTime()
  await expect.poll(() => rest(page)).toBe('waiting')
  expect(await page.locator('[data-sections] [aria-current=location]').count()).toBe(0)
  await page.locator('.prose h2').nth(2).scrollIntoViewIfNeeded()
  await expect.poll(() => page.locator('.contents [data-sections] [aria-current=location]').count()).toBe(1)
})

test('where scripts do not come, scrolling brings the rest', async () => {
  const { page } = await site.open('')
  await page.route('**/assets/*.js', () => {})
  await page.goto(site.url + chapter, { waitUntil: 'commit' })
  await page.locator('.prose > p').first().waitFor()
  const further = page.locator('.prose > p').nth(12)
  expect([await rest(page), await further.isVisible()]).toEqual(['hidden', false])
  await page.mouse.move(700, 400)
  await page.mouse.wheel(0, 300)
  await expect.poll(() => rest(page)).toBe('waiting')
  await further.scrollIntoViewIfNeeded()
  expect(await further.isVisible()).toBe(true)
})
