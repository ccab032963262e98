/** The built book in a Chromium: opens a figure with settings of its own. */
import { preview } from 'vite'
import { findChromium } from '../chromium.mjs'
import { watch } from './watch.mjs'

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export const launch = async (flags) => {
  const { chromium } = await import('playwright')
  return chromium.launch({ executablePath: await findChromium(), args: [...flags, ...root] })
}

/** Isolated, so that the page may measure its own memory; the book's threads stay off all the same. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/** Where the built site lies; a build of one's own can be named, which is then not built again: `SITE=../site`. */
export const built = process.env.SITE ?? 'dist'

/** Serves it; it must have been built. */
export const serveSite = () =>
  preview({ build: { outDir: built }, preview: { port: 4873, headers }, logLevel: 'error' })

/**
 * @param settings text of a link, without its version: `depth=2&units=8`; the published figure when empty.
 * @param chapter its path.
 */
export async function openFigure(browser, server, widget, settings, chapter = 'en/activations/') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await watch(page)
  const asked = settings ? `?${new URLSearchParams({ [widget]: `v=1&${settings}` })}` : ''
  await page.goto(`${server.resolvedUrls.local[0]}${chapter}${asked}`)
  const figure = page.locator(`figure[data-figure="${widget}"]`)
  await figure.scrollIntoViewIfNeeded()
  await page.locator(`[data-island="widgets/${widget}"][data-hydrated]`).waitFor()
  const press = (name) => figure.getByRole('button', { name, exact: true }).click()
  return {
    page,
    figure,
    press,
    fullSpeed: () => figure.getByRole('combobox', { name: 'Speed' }).selectOption('all'),
    waitFor: (state, timeout = 60_000) =>
      page.locator(`figure[data-figure="${widget}"][data-state="${state}"]`).waitFor({ timeout }),
    close: () => context.close(),
  }
}
