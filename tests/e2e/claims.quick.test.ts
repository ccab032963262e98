/** The page of claims: its links, what is folded, its table on a phone, on paper, and without JavaScript. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { ClaimsFile } from '../../src/site/claims/record.ts'
import { axe } from './axe.ts'
import { built, useSite } from './site.ts'

const site = useSite()
const path = 'en/claims/'

/** As if each line below a heading had been pressed. */
const open = (page: Page, section = '') =>
  page
    .locator(`main ${section} details`)
    .evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')))

/** How many there are of each role, as the browser tells a screen reader. */
async function rolesOn(page: Page): Promise<Map<string, number>> {
  const devtools = await page.context().newCDPSession(page)
  const { nodes } = await devtools.send('Accessibility.getFullAXTree')
  const roles = new Map<string, number>()
  for (const { ignored, role } of nodes)
    if (!ignored) roles.set(String(role?.value), (roles.get(String(role?.value)) ?? 0) + 1)
  return roles
}

test('every claim is there without JavaScript, folded, and each figure leads to its place', async () => {
  const { page, trouble } = await site.open(path, { javaScriptEnabled: false })
  const known = JSON.parse(readFileSync('content/claims.json', 'utf8')) as ClaimsFile
  const claims = Object.entries(known).flatMap(([file, of]) => (file.includes('/arithmetic/') ? [] : of))
  const negatives = claims.filter(({ negative }) => negative).length
  const rows = page.locator('main details tbody th')
  expect(await rows.count()).toBe(claims.length)
  expect(await page.locator('main details .negative').count()).toBe(negatives)
  expect(await rows.first().isVisible()).toBe(false)
  await page.locator('summary').first().click()
  expect(await rows.first().isVisible()).toBe(true)
  expect(await page.locator('.overview tfoot td').allTextContents()).toEqual(
    [claims.length, claims.length, negatives].map(String),
  )
  const links = await page
    .locator('main .of-figure > a')
    .evaluateAll((all) =>
      all.map((link) =>
        (link as HTMLAnchorElement).href.slice(document.baseURI.length - 'en/claims/'.length),
      ),
    )
  const chapters = new Map<string, string>()
  const html = (folder: string) => {
    const text = chapters.get(folder) ?? readFileSync(`${built}/${folder}index.html`, 'utf8')
    chapters.set(folder, text)
    return text
  }
  const broken = links.filter((link) => {
    const [folder = '', anchor] = link.split('#')
    return anchor !== undefined && !html(folder).includes(`id="${anchor}"`)
  })
  expect(broken).toEqual([])
  expect(links.length).toBeGreaterThan(40)
  expect(trouble).toEqual([])
})

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)('axe finds nothing, and nothing sticks out: %s, %i px', async (colorScheme, width) => {
  const { page } = await site.open(path, { colorScheme, viewport: { width, height: 900 } })
  const size = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth, scrollHeight } = document.documentElement
      return { wide: scrollWidth - clientWidth, high: scrollHeight / innerHeight }
    })
  const folded = await size()
  expect(folded.wide).toBeLessThanOrEqual(0)
  // Screens to scroll through, of which the open page has dozens.
  expect(folded.high).toBeLessThan(12)
  // One chapter has all that the others have; axe on all of them takes half a minute.
  await open(page, 'section:has(#pooling)')
  expect(await axe(page)).toEqual([])
  await open(page)
  expect((await size()).wide).toBeLessThanOrEqual(0)
  // A screen reader says of each number what it is, also where rows are boxes; there everybody reads it before the number.
  const roles = await rolesOn(page)
  expect([roles.get('columnheader')! > 100, roles.get('rowheader')! > 100]).toEqual([true, true])
  const before = await page
    .locator('td[data-is="Measured"]')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').content)
  expect(before).toBe(width < 600 ? '"Measured: "' : 'none')
})

const opened = (page: Page) =>
  page.locator('details[open]').evaluateAll((all) => all.map((each) => each.querySelector('[id]')!.id))

test('a link to the claims of a figure opens them, with the title in sight', async () => {
  const { page } = await site.open(`${path}#pooling-pooled`, {
    javaScriptEnabled: false,
    reducedMotion: 'reduce',
  })
  await expect.poll(() => opened(page)).toEqual(['pooling-pooled'])
  const title = page.locator('.of-figure:has(#pooling-pooled) summary')
  const top = async () => (await title.boundingBox())!.y
  // A browser goes to the place when it draws the page, which may be after it has loaded.
  await expect.poll(top).toBeLessThan(300)
  const head = (await page.locator('header').first().boundingBox())!
  expect(await top()).toBeGreaterThanOrEqual(head.y + head.height)
})

test('text that is searched for opens where it is folded', async () => {
  const words = 'stay equal, to the last bit'
  const { page } = await site.open(`${path}#:~:text=${encodeURIComponent(words)}`)
  await page.locator('details[open] #initialization-clones').waitFor()
  expect(await opened(page)).toEqual(['initialization-clones'])
})

test('on paper every claim is there', async () => {
  const { page } = await site.open(path, { viewport: { width: 643, height: 979 } })
  const rows = page.locator('main details tbody th')
  const height = () => page.evaluate(() => document.documentElement.scrollHeight)
  const folded = await height()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('details[open]').count()).toBe(0)
  expect(await rows.evaluateAll((all) => all.filter((row) => !row.checkVisibility()).length)).toBe(0)
  expect(await height()).toBeGreaterThan(3 * folded)
})

test('the home page and a chapter lead there', async () => {
  const { page } = await site.open('')
  await page.getByRole('navigation', { name: 'More pages' }).getByRole('link', { name: 'Claims' }).click()
  await page.waitForURL(`**/${path}`)
  const chapter = await site.open('en/pooling/')
  await chapter.page.getByRole('link', { name: 'Claims' }).first().click()
  await chapter.page.waitForURL(`**/${path}#pooling`)
  expect(await chapter.page.locator(':target').textContent()).toBe('6 Pooling')
})
