/** The entries of terms beside their uses, by keyboard, pointer and touch; and the page of all of them. */
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import { axe } from './axe.ts'
import { allLaidOut } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/initialization/'

describe('a term in a chapter', () => {
  const use = (page: Page) => page.locator('.term-use', { hasText: 'gradient' }).first()
  const entry = (page: Page) => page.locator('.term-popover')

  test('shows its entry to the keyboard: Tab goes into it, Escape closes it', async () => {
    const { page, trouble } = await site.open(chapter)
    // What has no box yet takes no focus.
    await allLaidOut(page)
    // By a key, as a reader comes to it.
    await use(page).evaluate((link) => (link as HTMLElement).focus({ focusVisible: true }))
    await entry(page).waitFor()
    expect(await entry(page).textContent()).toContain('기울기')
    expect(await entry(page).locator('[lang=ko]').first().textContent()).toContain('기울기')
    expect(await use(page).getAttribute('aria-describedby')).toBe('term-popover')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(
      /activations\/#term-gradient$/,
    )
    expect(await axe(page, '.term-popover')).toEqual([])
    await page.keyboard.press('Escape')
    expect(await entry(page).count()).toBe(0)
    expect(trouble).toEqual([])
  })

  test('shows it to the pointer, stays while the pointer is on it, and goes', async () => {
    const { page } = await site.open(chapter)
    // Nothing moves the use from under the pointer.
    await allLaidOut(page)
    await use(page).scrollIntoViewIfNeeded()
    await use(page).hover()
    await entry(page).waitFor()
    await entry(page).hover()
    // Longer than it waits for a pointer on its way.
    await page.waitForTimeout(500)
    expect(await entry(page).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    expect(await entry(page).count()).toBe(0)
    await use(page).hover()
    await entry(page).waitFor()
    await page.locator('.logo').hover()
    await expect.poll(() => entry(page).count()).toBe(0)
  })

  test('shows it to a finger; a second tap follows the link', async () => {
    const { page } = await site.open(chapter, { hasTouch: true, viewport: { width: 390, height: 844 } })
    await use(page).scrollIntoViewIfNeeded()
    await use(page).tap()
    await entry(page).waitFor()
    const box = (await entry(page).boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(390)
    expect(new URL(page.url()).pathname).toContain(chapter)
    await use(page).tap()
    await page.waitForURL('**/en/glossary/#term-gradient')
  })

  test('leads to its entry without JavaScript, and the entry back to where it is defined', async () => {
    const { page } = await site.open(chapter, { javaScriptEnabled: false })
    await use(page).click()
    await page.waitForURL('**/en/glossary/#term-gradient')
    await page.locator('#term-gradient').getByRole('link', { name: '1 Activations' }).click()
    await page.waitForURL('**/en/activations/#term-gradient')
    expect(await page.locator('#term-gradient').textContent()).toBe('gradient')
  })
})

test('every link of the glossary leads to a definition', async () => {
  const { page } = await site.open('en/glossary/')
  const links = await page
    .locator('.entry .where a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  expect(links.length).toBeGreaterThan(50)
  const broken: string[] = []
  for (const address of new Set(links.map((link) => link.split('#')[0]!))) {
    await page.goto(address)
    const anchors = links.filter((link) => link.startsWith(`${address}#`)).map((link) => link.split('#')[1]!)
    broken.push(
      ...(await page.evaluate(
        (ids) => ids.filter((id) => !document.getElementById(id)?.matches('dfn')),
        anchors,
      )),
    )
  }
  expect(broken).toEqual([])
})

test('the glossary can be filtered, in both languages', async () => {
  const { page, trouble } = await site.open('en/glossary/')
  const count = page.locator('.filter [role=status]')
  const shown = () => page.locator('.entry:visible dfn').allTextContents()
  await page.getByLabel('Show terms with').fill('정규화')
  await expect.poll(() => count.textContent()).toMatch(/^\d+ of \d+ terms$/)
  expect(await shown()).toContain('batch normalization')
  await page.getByLabel('Show terms with').fill('mfm')
  await expect.poll(shown).toEqual(['max-feature-map'])
  await page.getByLabel('Show terms with').fill('zzz')
  await expect.poll(() => count.textContent()).toBe('No term has “zzz”. Try fewer letters.')
  expect(trouble).toEqual([])
})

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)('axe finds nothing on the page of the glossary: %s, %i px', async (colorScheme, width) => {
  const { page } = await site.open('en/glossary/', { colorScheme, viewport: { width, height: 900 } })
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
})
