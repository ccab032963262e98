/** The book as text: without JavaScript, with what its references name, and with the bytes it costs. */
import { gzipSync } from 'node:zlib'
import type { Response } from 'playwright'
import { expect, test } from 'vitest'
import { figureOf } from './figure.ts'
import { chapters, useSite } from './site.ts'

const site = useSite()
const chapter = 'en/activations/'

test.each(chapters)('%s can be read without JavaScript', async (path) => {
  const { page, trouble } = await site.open(path, { javaScriptEnabled: false })
  const text = await page.locator('main').innerText()
  expect(text.split(/\s+/).length).toBeGreaterThan(3500)
  const title = await page.locator('h1').innerText()
  expect(await page.getByRole('link', { name: title }).count()).toBeGreaterThan(0)
  expect(await page.locator('math').count()).toBeGreaterThan(10)
  const captions = page.locator('figure:is([data-figure], [data-explorer]) figcaption')
  expect(await captions.count()).toBeGreaterThanOrEqual(5)
  expect(trouble).toEqual([])
})

test.each(chapters)('in %s references lead to what they name', async (path) => {
  const { page } = await site.open(path)
  const broken = await page
    .locator('main a[href^="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => (link as HTMLAnchorElement).hash.slice(1))
        .filter((id) => !document.getElementById(decodeURIComponent(id))),
    )
  expect(broken).toEqual([])
  expect(await page.locator('main a[href^="#fig"]').count()).toBeGreaterThanOrEqual(6)
})

test('the home page leads to the chapter', async () => {
  const { page, trouble } = await site.open('')
  await page
    .getByRole('link', { name: /Activations/ })
    .first()
    .click()
  await page.waitForURL(`**/${chapter}`)
  expect(trouble).toEqual([])
})

test('the theme is chosen once and remembered', async () => {
  const { page } = await site.open(chapter, { colorScheme: 'light' })
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
  expect(await theme()).toBe('light')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  expect(await theme()).toBe('dark')
  await page.reload()
  expect(await theme()).toBe('dark')
})

test('at most 5 kB of JavaScript before a figure, at most 190 kB up to a figure ready to run, and nothing shifts', async () => {
  const { page } = await site.open('', { viewport: { width: 1440, height: 500 } })
  const responses: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && response.ok()) responses.push(response)
  })
  /** Bytes, gzip, of the page's scripts so far. */
  const weight = async () => {
    const bodies = await Promise.all(responses.map((response) => response.body()))
    return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
  }
  await page.addInitScript(() => {
    const shifts: number[] = ((globalThis as never as { shifts: number[] }).shifts = [])
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as never as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // What a page does by itself seconds after it was read is put off, or a slow machine would count it.
  await page.addInitScript(() => {
    const { setTimeout: soon } = globalThis
    const seconds = (work: () => void, delay = 0) => (delay < 3000 ? soon(work, delay) : 0)
    Object.assign(globalThis, { setTimeout: seconds })
  })
  // The worker's scripts are its own: they begin to come when the page has time, and would be counted on some machines.
  await page.route('**/assets/worker-*.js', (route) => route.abort())
  // What the home page still asks for is not the chapter's.
  await page.waitForLoadState('networkidle')
  responses.length = 0
  await page.goto(site.url + chapter)
  await page.waitForLoadState('networkidle')
  const before = await weight()
  console.log(`JavaScript before a figure: ${before} bytes gzip`)
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThanOrEqual(5 * 1024)

  await figureOf(page, 'one-bend')
  await page.waitForLoadState('networkidle')
  const ready = await weight()
  console.log(`page code up to a figure ready to run: ${ready} bytes gzip`)
  expect(ready).toBeLessThanOrEqual(190 * 1024)

  const shift = await page.evaluate(() =>
    (globalThis as never as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
  )
  console.log(`layout shift: ${shift.toFixed(4)}`)
  expect(shift).toBeLessThan(0.02)
})
