/** Figures in frames of pages of another origin, and the page with the snippets for them. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heightScript } from '../../src/site/embed/snippet.ts'
import { axe } from './axe.ts'
import { useSite } from './site.ts'

const site = useSite()

/** A course's page on a server of its own; it keeps what its frame tells it. */
let host: Server
let hostOrigin = ''
beforeAll(async () => {
  host = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(`<!doctype html><html lang="en"><title>A course</title><body><h1>A course</h1>
      <script>
        window.heard = []
        addEventListener('message', (event) => heard.push({ ...event.data, origin: event.origin }))
      </script>
      ${heightScript(site.origin)}
      <iframe title="A figure" style="width: ${searchParams.get('width') ?? '700'}px; height: 300px; border: 0"
        allow="fullscreen; clipboard-write" src="${site.url}${searchParams.get('figure')}"></iframe>`)
  })
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  hostOrigin = `http://localhost:${(host.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => host.close(resolve)))

type Heard = Record<string, unknown>
const heard = (page: Page): Promise<Heard[]> =>
  page.evaluate(() => (window as never as { heard: Heard[] }).heard)
const told = async (page: Page, type: string) => (await heard(page)).filter((one) => one['type'] === type)
const say = (page: Page, message: unknown) =>
  page.evaluate(
    (data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'),
    message as never,
  )
const command = (type: string, more = {}) => ({ target: 'watch-it-learn', version: 1, type, ...more })

/** A course that shows `figure`, once that is ready. */
async function course(figure: string): Promise<{ page: Page; frame: FrameLocator; trouble: string[] }> {
  const { page, trouble } = await site.open('')
  await page.goto(`${hostOrigin}/?figure=${encodeURIComponent(figure)}`)
  trouble.length = 0
  await expect.poll(async () => (await told(page, 'ready')).length, { timeout: 60_000 }).toBe(1)
  return { page, frame: page.frameLocator('iframe'), trouble }
}

const quick = `one-bend=${encodeURIComponent('v=1&epochs=10&seeds=0')}`

test('in a page of another origin a figure has its height, tells what happens, and obeys', async () => {
  const { page, frame } = await course(`en/embed/one-bend/?theme=dark&${quick}`)
  const figure = frame.locator('figure')
  const root = frame.locator('html')
  expect(await root.getAttribute('data-theme')).toBe('dark')
  const high = () => page.locator('iframe').evaluate((element) => element.clientHeight)
  const whole = () => frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height))
  await expect.poll(async () => (await high()) === (await whole())).toBe(true)
  const before = await high()
  expect(before).toBeGreaterThan(600)

  await frame.getByRole('radio', { name: /Only ReLU/ }).check()
  await frame.getByRole('button', { name: 'Lock in and start' }).click()
  await expect.poll(async () => (await told(page, 'done')).length, { timeout: 90_000 }).toBe(1)
  const all = await heard(page)
  expect(
    new Set(all.map(({ source, version, figure: name, origin }) => [source, version, name, origin].join())),
  ).toEqual(new Set([['watch-it-learn', 1, 'one-bend', site.origin].join()]))
  expect(await told(page, 'prediction')).toMatchObject([{ guess: 'onlyRelu', label: 'Only ReLU' }])
  expect(await told(page, 'run')).toMatchObject([{ recorded: false }])

  await frame.getByRole('button', { name: 'Settings', exact: true }).click()
  await frame.getByRole('region', { name: 'Settings' }).waitFor()
  await expect.poll(high).toBeGreaterThan(before + 100)
  await expect.poll(async () => (await high()) === (await whole())).toBe(true)

  await say(page, command('theme', { theme: 'light' }))
  await expect.poll(() => root.getAttribute('data-theme')).toBe('light')
  await say(page, command('reset'))
  await expect.poll(() => figure.getAttribute('data-state')).toBe('idle')
  await say(page, command('run'))
  await expect.poll(async () => (await told(page, 'run')).length).toBe(2)
})

test('links lead to the book: the copied one, and “Open in the book” with the moment that is shown', async () => {
  const { page, frame } = await course(`en/embed/one-bend/?${quick}&predict=off`)
  const figure = frame.locator('figure')
  // It is ready a render before the card is gone.
  await expect.poll(() => figure.getAttribute('data-asking')).toBeNull()
  await say(page, command('run'))
  await expect.poll(() => figure.getAttribute('data-state'), { timeout: 90_000 }).toBe('done')
  const link = frame.getByRole('link', { name: 'Open in the book' })
  await link.focus()
  const address = new URL((await link.getAttribute('href'))!)
  expect(address.origin + address.pathname).toBe(`${site.url}en/activations/`)
  expect(address.hash).toBe('#fig-bend')
  expect(address.searchParams.get('one-bend')).toMatch(/^v=2&epochs=10&seeds=0&at=\d+$/)
  expect([...address.searchParams.keys()]).toEqual(['one-bend'])
  const opened = page.context().waitForEvent('page')
  await link.click()
  const book = await opened
  await expect.poll(() => book.url()).toBe(address.href)

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.bringToFront()
  await frame.getByRole('button', { name: 'More', exact: true }).click()
  await frame.getByRole('button', { name: 'Copy link to these settings' }).click()
  await frame.getByText(/Link copied|Copy the link by hand/).waitFor()
  const byHand = frame.getByRole('textbox', { name: 'Link' })
  const copied = (await byHand.count())
    ? await byHand.inputValue()
    : await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(new RegExp(`^${site.url}en/activations/\\?one-bend=[^&]*#fig-bend$`))
})

test('what is not a command of the page around it does nothing', async () => {
  const { page, frame, trouble } = await course('en/embed/batch-of-two/?controls=none')
  const figure = frame.locator('figure')
  expect(await frame.getByRole('toolbar').count()).toBe(0)
  const hostile = [
    null,
    'run',
    42,
    [],
    { type: 'run' },
    { ...command('run'), version: 2 },
    { ...command('run'), target: 'x' },
    { ...command('theme'), theme: 'projector"><script>' },
    { ...command('__proto__'), constructor: { prototype: { run: true } } },
    { source: 'watch-it-learn', version: 1, type: 'run' },
  ]
  for (const message of hostile) await say(page, message)
  // From within, a message comes from no page around it.
  await frame.locator('body').evaluate((_, data) => window.postMessage(data, '*'), command('run'))
  // The next command that is one is heard after all of these.
  const before = await frame.locator('html').getAttribute('data-theme')
  const other = before === 'dark' ? 'light' : 'dark'
  await say(page, command('theme', { theme: other }))
  await expect.poll(() => frame.locator('html').getAttribute('data-theme')).toBe(other)
  expect(await figure.getAttribute('data-state')).toBe('idle')
  expect(await told(page, 'run')).toEqual([])
  expect(trouble.filter((words) => !words.startsWith('left the origin'))).toEqual([])
})

test('an embed reads nothing of the reader, and loads nothing of the book but the figure', async () => {
  const { page } = await site.open('')
  await page.evaluate(() => localStorage.setItem('watch-it-learn:reader', 'what the reader did'))
  await page.addInitScript(() => {
    const used: string[] = ((window as never as { used: string[] }).used = [])
    for (const name of ['getItem', 'setItem', 'removeItem', 'key'] as const) {
      const own = Storage.prototype[name] as (...words: unknown[]) => unknown
      Storage.prototype[name] = function (this: Storage, ...words: unknown[]) {
        used.push(`${name} ${String(words[0])}`)
        return own.apply(this, words)
      } as never
    }
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (name, version) => {
      used.push(`database ${name}`)
      return open(name, version)
    }
  })
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url().split('/').at(-1) ?? '')
  })
  await page.goto(`${site.url}en/embed/one-bend/?${quick}`)
  const figure = page.locator('figure')
  await page.locator('[data-hydrated]').waitFor()
  await figure.getByRole('button', { name: 'Run', exact: true }).click()
  await page.locator('figure[data-state="done"]').waitFor({ timeout: 90_000 })
  const used = await page.evaluate(() => (window as never as { used: string[] }).used)
  // Which backend is fastest here: all that a figure keeps.
  expect(used.filter((words) => !/^(getItem|setItem) watch-it-learn:backends:/.test(words))).toEqual([])
  expect(scripts.filter((name) => /bootstrap|search|glossary|offline|reader/.test(name))).toEqual([])
  expect(
    await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
  ).toBe(0)
})

test('axe finds nothing in embeds and in the page of snippets', async () => {
  for (const [place, colorScheme, width] of [
    ['en/embed/one-bend/', 'light', 1440],
    ['en/embed/whitening/?theme=dark', 'light', 390],
    ['en/embed/', 'dark', 390],
    ['en/embed/', 'light', 1440],
  ] as const) {
    const { page, trouble } = await site.open(place, { colorScheme, viewport: { width, height: 900 } })
    // The preview is looked at, too, when there is something in it.
    const shown = place === 'en/embed/' ? page.frameLocator('.embedding-preview iframe') : page
    await shown.locator('[data-hydrated]').first().waitFor()
    expect([place, ...(await axe(page))]).toEqual([place])
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBeLessThanOrEqual(0)
    expect(trouble).toEqual([])
    await page.context().close()
  }
})

test('the page of snippets shows what is chosen, and gives lines for every figure without JavaScript', async () => {
  const { page, trouble } = await site.open('en/embed/')
  const lines = page.locator('.embedding-try code')
  await page.locator('select[name=figure]').selectOption('three-sizes')
  await page.locator('select[name=theme]').selectOption('dark')
  await page.locator('select[name=controls]').selectOption('run')
  const preview = page.frameLocator('.embedding-preview iframe')
  await preview
    .locator('html[data-theme="dark"][data-controls="run"] figure[data-figure="three-sizes"]')
    .waitFor()
  expect(await lines.innerText()).toContain(
    `src="${site.url}en/embed/three-sizes/?theme=dark&amp;controls=run"`,
  )
  await page.locator('select[name=height]').selectOption('fixed')
  await expect.poll(() => lines.innerText()).not.toContain('height: 960px')
  expect(await page.locator('.embedding-figure code').first().innerText()).toContain(
    '?theme=dark&amp;controls=run',
  )
  expect(trouble).toEqual([])

  const { page: plain } = await site.open('en/embed/', { javaScriptEnabled: false })
  const snippets = await plain.locator('.embedding-figure code').allInnerTexts()
  expect(snippets.length).toBeGreaterThanOrEqual(19)
  for (const snippet of snippets)
    expect(snippet).toMatch(/^<iframe\n {2}src="https:\/\/ADDRESS-OF-THIS-BOOK\/en\/embed\//)
  expect(await plain.locator('.embedding-try').isVisible()).toBe(false)
})
