/** What a reader sees of a figure and does with it, by the names that outside checks rely on too. */
import type { Locator, Page } from 'playwright'

/**
 * Blocks of a chapter that are laid out after its first view would move what stands below them (src/site/page/rest.ts),
 * and so would letters that come late (src/site/page/letters.ts).
 */
export const allLaidOut = (page: Page) =>
  page.locator('html:not([data-rest], [data-letters])').waitFor({ state: 'attached' })

/** What was recorded comes after the page (src/site/page/recorded.ts). */
export const recordedThere = (page: Page) =>
  page.locator('.recorded > noscript').first().waitFor({ state: 'detached' })

/** The live figure of a widget, scrolled to and hydrated, on a page that is all there. */
export async function figureOf(page: Page, widget: string): Promise<Locator> {
  await allLaidOut(page)
  const figure = page.locator(`figure[data-figure="${widget}"]`)
  await figure.scrollIntoViewIfNeeded()
  await page.locator(`[data-island="widgets/${widget}"][data-hydrated]`).waitFor()
  return figure
}

export const press = (figure: Locator, name: 'Run' | 'Pause' | 'Step' | 'Reset') =>
  figure.getByRole('button', { name, exact: true }).click()

export const state = (figure: Locator) => figure.getAttribute('data-state')

/** Waits until `data-state` is one of `states`. */
export async function waitForState(figure: Locator, ...states: string[]): Promise<void> {
  const name = await figure.getAttribute('data-figure')
  const wanted = states.map((each) => `figure[data-figure="${name}"][data-state="${each}"]`).join(', ')
  await figure.page().locator(wanted).waitFor({ timeout: 90_000 })
}

/** A short fingerprint of every canvas of the figure: changes when what they draw changes. */
export const pictures = (figure: Locator): Promise<string[]> =>
  figure
    .locator('canvas')
    .evaluateAll((canvases) => canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()))
