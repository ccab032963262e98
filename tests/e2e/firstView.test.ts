/**
 * How long a chapter takes to its first view on a slow link and a slow processor, beside a page with nothing but a word
 * on it, in the same run: a ratio, which says the same on a fast machine and on a busy one.
 */
import { statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built, chapters, serveSite, useSite } from './site.ts'

const site = useSite()

/** Fast 3G: 1.6 Mbit/s down, 0.75 up, and 150 ms to the first byte; a processor four times slower. */
const link = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 0.75e6 / 8,
}
const slower = 4

/**
 * The first view of the longest chapter may take this many times as long as that of an empty page. On a quiet machine it
 * takes 2.6 to 3.1 times as long, 0.9 s (docs/performance.md).
 */
const most = 5

const longest = chapters
  .map((chapter) => ({ chapter, bytes: statSync(path.join(built, chapter, 'index.html')).size }))
  .toSorted((a, b) => b.bytes - a.bytes)[0]!.chapter

let folder: string
let empty: Awaited<ReturnType<typeof serveSite>>
let book: Awaited<ReturnType<typeof serveSite>>
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'empty-'))
  await writeFile(
    path.join(folder, 'index.html'),
    '<!doctype html><html lang="en"><title>Empty</title><p>Nothing to see.</p></html>',
  )
  ;[empty, book] = await Promise.all([
    serveSite('/', { folder, packed: true }),
    serveSite('/', { folder: built, packed: true }),
  ])
})
afterAll(async () => {
  await Promise.all([empty.close(), book.close()])
  await rm(folder, { recursive: true })
})

/** ms until the largest part of the first screen is painted, nothing kept from before. */
async function firstView(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', link)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.goto(url, { waitUntil: 'load' })
  const painted = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  return painted
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

test('the first view of the longest chapter, beside that of an empty page', async () => {
  const { browser } = site
  // What the browser does once, it does before.
  await firstView(browser, empty.url)
  const [own, none]: [number[], number[]] = [[], []]
  for (let round = 0; round < 3; round++) {
    none.push(await firstView(browser, empty.url))
    own.push(await firstView(browser, book.url + longest))
  }
  const [taken, least] = [median(own), median(none)]
  const words = `${longest} is seen after ${taken.toFixed(0)} ms, an empty page after ${least.toFixed(0)} ms: ${(taken / least).toFixed(2)} times as long`
  console.log(words)
  expect(taken / least).toBeLessThanOrEqual(most)
})
