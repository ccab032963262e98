/** The book without a network, and a book that is published anew while pages of it are open (docs/offline.md). */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'
import { readEdition } from '../../src/site/build/serviceWorker.ts'
import { correction, publishAnew } from './editions.ts'
import { figureOf, press, waitForState } from './figure.ts'
import { built, serveSite, withoutGPU } from './site.ts'

const chapter = 'en/activations/'
const folder = await mkdtemp(path.join(tmpdir(), 'edition-'))
const { edition } = await readEdition(built)
const chapters = edition.files.map(({ name }) => name).filter((name) => /^en\/(?!.*\/.*\/).+\/$/.test(name))

let browser: Browser
let gone: string[]
let site: { folder: string; asked?: (file: string) => void }
let served: Awaited<ReturnType<typeof serveSite>>

beforeAll(async () => {
  gone = await publishAnew(built, folder)
  browser = await chromium.launch({ executablePath: await findChromium(), args: withoutGPU })
})
afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  site = { folder: built }
  served = await serveSite('/a/deep/base/', site)
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await served.close()
})

/** What the console says, but for the network itself. */
function watch(page: Page): string[] {
  const trouble: string[] = []
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
      trouble.push(message.text())
  })
  return trouble
}

const open = async (context: BrowserContext, place: string) => {
  const page = await context.newPage()
  const trouble = watch(page)
  await page.goto(served.url + place)
  return { page, trouble }
}

/** How many files each edition has in the cache. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.includes(' edition '))
    return Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length))
  })

/** ms for what is saved: a page begins with it when it has been there for seconds, and on a busy machine later. */
const timeout = 90_000

/** Waits until the caches hold so many files, edition by edition. */
async function waitForKept(page: Page, ...counts: number[]): Promise<void> {
  await expect.poll(() => kept(page), { timeout, interval: 100 }).toEqual(counts)
}

const whole = edition.files.length

async function goOffline(context: BrowserContext) {
  await context.setOffline(true)
  await served.close()
}

test('after one visit to one chapter the whole book opens without a network, and a figure trains', async () => {
  const context = await browser.newContext()
  const { page, trouble } = await open(context, chapter)
  await waitForKept(page, whole)
  await goOffline(context)
  for (const place of ['', ...chapters]) {
    await page.goto(served.url + place)
    expect(await page.locator('h1').innerText()).not.toBe('')
  }
  const links = page.locator('nav.contents a[href]')
  await page.goto(`${served.url}${chapter}?one-bend=v%3D1%26hidden%3D4`)
  expect(await links.count()).toBeGreaterThan(0)
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'running', 'done')
  await page.goto(`${served.url}en/initialization?three-sizes=v%3D1#references`)
  expect(page.url()).toBe(`${served.url}en/initialization/?three-sizes=v%3D1#references`)
  expect(await page.title()).toContain('Initialization')
  const answer = await page.goto(`${served.url}en/nothing/at/all/`)
  expect(answer?.status()).toBe(404)
  expect(await page.locator('h1').innerText()).toBe('No such page')
  await page.getByRole('link', { name: 'To the chapters' }).click()
  await page.waitForURL(served.url)
  expect(trouble).toEqual([])
})

test('a reader who saves data keeps what was visited, can save the whole book, and remove it', async () => {
  const context = await browser.newContext()
  await context.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  )
  const { page, trouble } = await open(context, chapter)
  const visited = `${served.url}${chapter}`
  await expect
    .poll(() => page.evaluate(async (address) => (await caches.match(address)) !== undefined, visited), {
      timeout,
    })
    .toBe(true)
  // What the page fetches last of all, when it has time, would be missed as soon as it is offline.
  await page.locator('.cite-page[data-complete]').waitFor({ state: 'attached' })
  await context.setOffline(true)
  await page.reload()
  expect(await page.title()).toContain('Activations')
  await page.goto(`${served.url}en/normalization/`)
  expect(await page.locator('h1').innerText()).toBe('Not on this device')

  await context.setOffline(false)
  await page.goto(served.url)
  const place = page.locator('[data-offline]')
  const size = edition.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  await place.getByRole('button', { name: `Save for offline (${size.toFixed(1)} MB)` }).click()
  await place.locator('progress').waitFor()
  await page.locator('[data-offline][data-state="saved"]').waitFor({ timeout })
  expect(await kept(page)).toEqual([whole])
  await place.getByRole('button', { name: 'Remove from this device' }).click()
  await place.getByRole('button', { name: /^Save for offline/ }).waitFor()
  expect(await kept(page)).toEqual([])
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)

  // It stays removed, until the reader asks for it again.
  await page.goto(served.url)
  await place.getByRole('button', { name: /^Save for offline/ }).click()
  await page.locator('[data-offline][data-state="saved"]').waitFor({ timeout })
  expect(await kept(page)).toEqual([whole])
  expect(trouble).toEqual([])
})

test('pages of an edition that is gone from the server load their figures; the new one is offered, and old ones leave', async () => {
  const context = await browser.newContext()
  const { page: first, trouble } = await open(context, chapter)
  await waitForKept(first, whole)
  // Loaded past the worker, as with Shift and reload: the worker is asked to serve it too.
  const { page: past, trouble: pastTrouble } = await open(context, chapter)
  const devtools = await context.newCDPSession(past)
  // The page before has a worker, too: it is not the one that is asked.
  await Promise.all([past.waitForEvent('load'), devtools.send('Page.reload', { ignoreCache: true })])
  await past.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout })

  site.folder = folder
  const asked: string[] = []
  site.asked = (file) => asked.push(file)
  // Opening another page lets the browser find the new edition; that page still is of the old one.
  const { page: third } = await open(context, 'en/initialization/')
  expect(await third.title()).not.toContain(correction)
  await third.getByRole('button', { name: 'Reload for the new edition' }).waitFor({ timeout })
  expect(await kept(third)).toEqual([whole, whole])
  // Only what differs was fetched.
  expect(asked.filter((file) => file.startsWith('assets/') && !file.endsWith('.js'))).toEqual([])

  for (const page of [first, past]) {
    const figure = await figureOf(page, 'one-bend')
    await press(figure, 'Run')
    await waitForState(figure, 'running', 'done')
  }
  await third.getByRole('button', { name: 'Reload for the new edition' }).click()
  await third.waitForFunction((words) => document.title.includes(words), correction)
  // The others were not reloaded, and go on with code that is theirs.
  for (const page of [first, past]) {
    expect(await page.title()).not.toContain(correction)
    await figureOf(page, 'kill-a-relu')
  }
  expect(asked.filter((file) => gone.includes(file))).toEqual([])
  expect(await kept(third)).toEqual([whole, whole])

  await first.close()
  await past.close()
  await third.goto(served.url)
  expect(await third.title()).toContain(correction)
  await waitForKept(third, whole)
  expect([...trouble, ...pastTrouble]).toEqual([])
})

test('when all pages are closed, the next visit has the new edition', async () => {
  const context = await browser.newContext()
  const { page } = await open(context, '')
  await waitForKept(page, whole)
  site.folder = folder
  await page.reload()
  await page.getByRole('button', { name: 'Reload for the new edition' }).waitFor({ timeout })
  await page.goto('about:blank')
  await expect
    .poll(
      async () => {
        const { page: next } = await open(context, '')
        const title = await next.title()
        await next.close()
        return title
      },
      { timeout },
    )
    .toContain(correction)
})

test('a network that dies half-way: the next visit fetches the rest', async () => {
  const context = await browser.newContext()
  const asked: string[] = []
  site.asked = (file) => {
    asked.push(file)
    // Some time after the worker came, nothing is found any more.
    if (asked.includes('sw.js') && asked.length > asked.indexOf('sw.js') + 60)
      site.folder = path.join(folder, 'nowhere')
  }
  const { page } = await open(context, '')
  await page.locator('[data-offline][data-state="failed"]').waitFor({ timeout })
  const [some] = await kept(page)
  expect(some).toBeGreaterThan(10)
  expect(some).toBeLessThan(whole)
  delete site.asked
  site.folder = built
  asked.length = 0
  site.asked = (file) => asked.push(file)
  await page.goto(served.url)
  await page.locator('[data-offline][data-state="saved"]').waitFor({ timeout })
  expect(await kept(page)).toEqual([whole])
  // What is kept is not fetched again; the page itself comes from the cache, as far as it is there.
  expect(asked.length).toBeLessThan(whole)
})

test('without room for it the book says so, and goes on online', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const trouble = watch(page)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: served.origin, quotaSize: 1_500_000 })
  await page.goto(served.url)
  await page
    .getByText('There is no room for the book on this device. It goes on online.')
    .waitFor({ timeout })
  await page.goto(served.url + chapter)
  await figureOf(page, 'one-bend')
  expect(trouble).toEqual([])
})

test('a browser that keeps nothing, and an address without https: nothing breaks, and nothing is offered', async () => {
  const forbidden = await browser.newContext()
  await forbidden.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'))
    Object.assign(CacheStorage.prototype, { open: refuse, keys: refuse, match: refuse })
  })
  const insecure = await browser.newContext()
  await insecure.route('http://book.example/**', async (route) => {
    const { pathname } = new URL(route.request().url())
    await route.fulfill({ response: await route.fetch({ url: served.origin + pathname }) })
  })
  for (const [context, root] of [
    [forbidden, served.url],
    [insecure, 'http://book.example/a/deep/base/'],
  ] as const) {
    const page = await context.newPage()
    const trouble = watch(page)
    const idle = page.waitForResponse(/assets\/offline-[\w-]+\.js$/, { timeout })
    await page.goto(root)
    await idle
    expect(await page.locator('[data-offline]').isHidden()).toBe(true)
    await page.goto(root + chapter)
    await figureOf(page, 'one-bend')
    expect(trouble).toEqual([])
  }
  // The figure goes on asking for code.
  await insecure.unrouteAll({ behavior: 'ignoreErrors' })
})

test('a page without a worker whose code is gone says so, with a button', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block' })
  const page = await context.newPage()
  // What looks for lost code listens by the time at which the book could not be saved.
  const listens = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith('The book cannot be saved'),
    timeout,
  })
  await page.goto(served.url + chapter)
  await listens
  site.folder = folder
  await page.locator('figure[data-figure="kill-a-relu"]').scrollIntoViewIfNeeded()
  await page.getByText('The book was published anew').waitFor()
  await page.getByRole('button', { name: 'Reload for the new edition' }).click()
  await page.waitForFunction((words) => document.title.includes(words), correction)
  await figureOf(page, 'kill-a-relu')
  expect(await page.locator('[data-new-edition]').count()).toBe(0)
})
