/** A browser that draws the same everywhere, and pages that stand still. */
import { chromium, type Browser, type CDPSession, type Page, type Request } from 'playwright'
import { findChromium } from '../../../scripts/chromium.mjs'
import { withoutGPU } from '../site.ts'
import { stillness, stillnessOf } from './stillness.ts'

/** Letters are drawn from their outlines alone: no hinting, no colours at their edges, whatever the machine prefers. */
const flags = [
  ...withoutGPU,
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
]

/** Where pages believe to be. They cite their address, and a test's server has another port each time. */
export const bookUrl = 'http://book.localhost/'

/** @param origin of the server that has the book */
export const openCamera = async (origin: string): Promise<Browser> =>
  chromium.launch({
    executablePath: await findChromium(),
    args: [...flags, `--host-resolver-rules=MAP book.localhost:80 ${new URL(origin).host}`],
  })

/** A page that stands still when it is asked to. */
export interface Still {
  page: Page
  devtools: CDPSession
  /** Waits until nothing is under way: no request, no timer, no font, no change in some frames. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

/** A fresh page. `figures`: whether they start. */
export async function still(browser: Browser, url: string, figures: boolean): Promise<Still> {
  const context = await browser.newContext({
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    bypassCSP: true,
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  const page = await context.newPage()
  const asked = new Set<Request>()
  page.on('request', (request) => asked.add(request))
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', (request) => asked.delete(request))
  const settle = async () => {
    for (let tries = 0; tries < 100; tries++) {
      const moves = await page.evaluate(() => window.settled())
      if (moves !== null)
        throw new Error(`${page.url()} was expected to stand still; after 20 seconds there were ${moves}.`)
      if (asked.size === 0) return
      await page.waitForTimeout(50)
    }
    throw new Error(
      `${page.url()} was expected to have all that it asks for; ${[...asked].map((one) => one.url()).join(', ')} did not arrive.`,
    )
  }
  await page.addInitScript(stillness, stillnessOf(figures))
  await page.goto(url, { waitUntil: 'load' })
  return { page, devtools: await context.newCDPSession(page), settle, close: () => context.close() }
}

/** Takes the page as it is now, in each look, under the name of its state. */
export type Take = (state: string) => Promise<void>
