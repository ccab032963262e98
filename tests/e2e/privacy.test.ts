/** What a page may do, whom it asks, what it leaves behind; and what an address or a store that lies can do to it. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { readEdition } from '../../src/site/build/serviceWorker.ts'
import { figureOf, press, waitForState } from './figure.ts'
import { built, useSite } from './site.ts'

const site = useSite()
const { edition } = await readEdition(built)
/** Every page of the book, and the two that hosts and the service worker show for others. */
const pages = edition.files
  .map(({ name }) => name)
  .filter((name) => name === '' || name.endsWith('/') || name.endsWith('.html'))
/** Pages that differ in more than their figure: of the embeds, which are many, the first. */
const kinds = pages.filter(
  (name) => !name.startsWith('en/embed/') || name === pages.find((one) => one.startsWith('en/embed/')),
)

/** Where a test stands before it opens its page: it asks for no other file. */
const doorway = 'unsaved.html'

/** From the first moment on, each violation of the page's policy is written down. */
const watchPolicy = (page: Page) =>
  page.addInitScript(() => {
    const violations: string[] = ((globalThis as never as { violations: string[] }).violations = [])
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
    )
  })
const violations = (page: Page) =>
  page.evaluate(() => (globalThis as never as { violations: string[] }).violations)

test.each(pages)('/%s states a strict policy before anything else', async (place) => {
  const html = await readFile(path.join(built, place, place.endsWith('.html') ? '' : 'index.html'), 'utf8')
  const [, policy = ''] =
    /^<!doctype html><html[^>]*><head><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(
      html,
    ) ?? []
  for (const rule of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"])
    expect(policy).toContain(rule)
  expect(policy).not.toContain("'unsafe-eval'")
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/)
  expect(policy).not.toMatch(/https?:|\*/)
  expect(policy.includes("'wasm-unsafe-eval'")).toBe(/ data-(island|lecture)=/.test(html))
})

test.each(kinds)('/%s keeps to its policy, asks nobody else and sets no cookie', async (place) => {
  const { page, trouble } = await site.open(doorway)
  await watchPolicy(page)
  await page.goto(site.url + place)
  const islands = await page.locator('[data-island]').all()
  for (const island of islands) await island.scrollIntoViewIfNeeded()
  await expect
    .poll(() => page.locator('[data-island][data-hydrated]').count(), { timeout: 60_000 })
    .toBe(islands.length)
  expect(await violations(page)).toEqual([])
  expect(await page.context().cookies()).toEqual([])
  expect(trouble).toEqual([])
})

test('pages without a figure may not compile WebAssembly', async () => {
  const { page } = await site.open('en/glossary/')
  const compile = () =>
    page.evaluate(() =>
      WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
        () => 'compiled',
        (error: unknown) => String(error),
      ),
    )
  expect(await compile()).toContain('Content Security Policy')
  await page.goto(`${site.url}en/activations/`)
  expect(await compile()).toBe('compiled')
})

test('markup that got into a page runs nothing and reaches nobody', async () => {
  const { page } = await site.open('en/activations/')
  await watchPolicy(page)
  await page.reload()
  await page.evaluate(() => {
    const box = document.createElement('div')
    box.innerHTML =
      '<img src="x:" onerror="document.title=\'taken\'"><form action="https://other.example/"><button>x</button></form>'
    const script = document.createElement('script')
    script.textContent = "document.title='taken'"
    const base = document.createElement('base')
    base.href = 'https://other.example/'
    document.body.append(box, script)
    document.head.append(base)
    new Image().src = 'https://other.example/pixel.gif'
  })
  const asked = await page.evaluate(() =>
    fetch('https://other.example/').then(
      () => 'answered',
      () => 'refused',
    ),
  )
  expect(asked).toBe('refused')
  await page.locator('form button', { hasText: 'x' }).dispatchEvent('click')
  await expect
    .poll(async () => new Set((await violations(page)).map((line) => line.split(' ')[0])))
    .toEqual(
      new Set(['base-uri', 'connect-src', 'form-action', 'img-src', 'script-src-attr', 'script-src-elem']),
    )
  expect(await page.title()).not.toBe('taken')
  expect(page.url()).toBe(`${site.url}en/activations/`)
})

test('who follows a link out of the book is not announced', async () => {
  const { page } = await site.open('en/activations/?one-bend=v%3D1')
  let referer: string | undefined = 'nobody came'
  await page.context().route(/^https:\/\//, (route) => {
    referer = route.request().headers()['referer']
    return route.fulfill({ body: 'elsewhere' })
  })
  await page.locator('a[href^="https://"]').first().click()
  await page.getByText('elsewhere').waitFor()
  expect(referer).toBeUndefined()
})

const markup = '<script>document.title="taken"</script><img src=x onerror="document.title=1">'
const addresses = {
  markup: `?one-bend=${encodeURIComponent(`v=1&data=${markup}&${markup}=1`)}&${markup}#one-bend?v=1&learningRate=${markup}`,
  'huge numbers and names of objects': `?__proto__=1&constructor=1&one-bend=${encodeURIComponent(
    `hidden=1e308&learningRate=-1e308&seeds=${'9'.repeat(99)}&at=1e99&__proto__=1&constructor=1&variants=__proto__`,
  )}`,
  'broken encoding': '?one-bend=%E0%A4%A&%=%&%ff=%u0000#%E0%A4%A',
  // In the part that is not sent, as hosts refuse so much.
  '100 kB': `?one-bend=v%3D1${'%26x%3D1'.repeat(1500)}#one-bend?v=1${'&change=1:learningRate:1e9'.repeat(3700)}`,
}

test.each(Object.entries(addresses))('an address with %s opens a page that works', async (_name, address) => {
  const { page, trouble } = await site.open(doorway)
  await watchPolicy(page)
  await page.goto(`${site.url}en/activations/${address}`)
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'running', 'done')
  expect(await page.title()).toMatch(/^Activations/)
  expect(await page.locator('script:not([src]), img[onerror]').count()).toBe(1)
  // Said in a few words, whatever was asked.
  for (const strip of await figure.locator('.strip').allInnerTexts()) expect(strip.length).toBeLessThan(3000)
  expect(await violations(page)).toEqual([])
  expect(trouble).toEqual([])
})

test('a store that is full of garbage changes nothing', async () => {
  const { page, trouble } = await site.open('en/activations/')
  const run = async () => {
    const figure = await figureOf(page, 'one-bend')
    await press(figure, 'Run')
    await waitForState(figure, 'running', 'done')
  }
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await run()
  const keys = await page.evaluate(() => {
    // What the reader has done is kept by its own rules.
    const known = Object.keys(localStorage).filter((key) => !key.startsWith('watch-it-learn:reader'))
    for (const key of known) localStorage.setItem(key, '{"backend":<script>'.repeat(50))
    return known
  })
  expect(keys.some((key) => key.startsWith('watch-it-learn:backends:'))).toBe(true)
  expect(keys.length).toBeGreaterThan(1)
  await page.reload()
  expect(['light', 'dark']).toContain(await page.evaluate(() => document.documentElement.dataset['theme']))
  await run()
  expect(trouble).toEqual([])
})
