/** The page of claims: its links, its table on a phone, and without JavaScript. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ClaimsFile } from '../../src/site/claims/record.ts'
import { axe } from './axe.ts'
import { built, useSite } from './site.ts'

const site = useSite()
const path = 'en/claims/'

test('every claim is there without JavaScript, and each figure leads to its place', async () => {
  const { page, trouble } = await site.open(path, { javaScriptEnabled: false })
  const known = JSON.parse(readFileSync('content/claims.json', 'utf8')) as ClaimsFile
  const claims = Object.entries(known).flatMap(([file, of]) => (file.includes('/arithmetic/') ? [] : of))
  expect(await page.locator('tbody th').count()).toBe(claims.length)
  expect(await page.locator('tbody .negative').count()).toBe(claims.filter(({ negative }) => negative).length)
  const links = await page
    .locator('main h3 a')
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
  expect(await axe(page)).toEqual([])
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0)
  // A screen reader says of each number what it is, also where the rows are boxes.
  const header = page.getByRole('columnheader', { name: 'Measured' }).first()
  expect(await header.count()).toBe(1)
  expect(await page.getByRole('rowheader').count()).toBeGreaterThan(100)
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
