/** A browser that draws the same everywhere, and pages that stand still. */
import { chromium, type Browser, type Page } from 'playwright'
import { findChromium } from '../../../scripts/chromium.mjs'
import { withoutGPU } from '../site.ts'
import type { Look } from './looks.ts'
import { reduce, type Small } from './reduce.ts'

/** Letters are drawn from their outlines alone: no hinting, no colours at their edges, whatever the machine prefers. */
const flags = [
  ...withoutGPU,
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-font-subpixel-positioning',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
]

export const openCamera = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await findChromium(), args: flags })

declare global {
  interface Window {
    /** What the figures of the page have said when they were ready, by widget. */
    ready: Record<string, { recall: (guess: string | null) => void; shown: () => unknown }>
  }
}

/** Nothing moves, nothing is begun for later, and only what is asked for is computed. */
const stillness = (islands: boolean) => {
  window.ready = {}
  document.addEventListener('figure', ({ detail }) => {
    if (detail.type === 'ready') window.ready[detail.widget] = detail
  })
  // First frames and backends are computed when the browser has time: a picture cannot wait for that.
  window.requestIdleCallback = () => 0
  const soon = window.setTimeout.bind(window)
  Object.assign(window, {
    setTimeout: (work: () => void, delay = 0) => (delay < 3000 ? soon(work, delay) : 0),
  })
  if (islands) return
  // Figures of a whole page stay as they came; they have pictures of their own.
  window.IntersectionObserver = class extends IntersectionObserver {
    override observe(target: Element): void {
      if (!target.matches('[data-island], [data-island] *')) super.observe(target)
    }
  }
}

const standing = `*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important }
/* Set in whatever the machine has: no font of the book has these letters. */
[lang=ko] { visibility: hidden }`

/** A fresh page. `islands`: whether figures start. */
export async function still(browser: Browser, url: string, islands: boolean): Promise<Page> {
  const context = await browser.newContext({
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    bypassCSP: true,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.addInitScript(stillness, islands)
  await page.goto(url, { waitUntil: 'load' })
  await page.addStyleTag({ content: standing })
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** CSS pixels of a block's side, and how much of the size pictures are taken at: whole pages are long. */
export const grain = { page: { block: 16, scale: 0.25 }, figure: { block: 8, scale: 0.5 } } as const
export type Grain = keyof typeof grain

/** The whole page in `look`, once two pictures in a row are the same. */
export async function picture(page: Page, reader: Page, kind: Grain, look: Look): Promise<Small> {
  const { block, scale } = grain[kind]
  const { width, height: least, theme } = look
  await page.setViewportSize({ width, height: least })
  await page.emulateMedia({ colorScheme: theme })
  const devtools = await page.context().newCDPSession(page)
  const take = async () => {
    // As high as the page: a browser takes what it shows several times faster than what lies below.
    const shown = await page.evaluate(() => document.documentElement.scrollHeight)
    const height = Math.max(shown, least)
    if (height !== page.viewportSize()!.height) await page.setViewportSize({ width, height })
    const { data } = await devtools.send('Page.captureScreenshot', {
      format: 'png',
      clip: { x: 0, y: 0, width, height, scale },
      optimizeForSpeed: true,
    })
    return data
  }
  let before = await take()
  for (let tries = 0; tries < 20; tries++) {
    // Figures repaint at most four times a second.
    await page.waitForTimeout(kind === 'figure' ? 300 : 100)
    const now = await take()
    if (now === before) {
      await devtools.detach()
      return reduce(reader, now, block * scale)
    }
    before = now
  }
  throw new Error(`${page.url()} was expected to stand still; it changed between each of 20 pictures.`)
}

/** Takes the page as it is now, in each look, under the name of its state. */
export type Take = (state: string) => Promise<void>
