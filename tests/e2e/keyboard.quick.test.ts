/** A chapter without a mouse: every stop has a name and is seen, nothing holds the focus, and a figure is used from guess to table. */
import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { allLaidOut, figureOf, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()

interface Stop {
  name: string
  /** Why it cannot be seen: no ring around it, or it lies off the screen; '' if it can. */
  hidden: string
  /** Of which figure it is a part; '' for the text. */
  figure: string
}

/** What has the focus now; null on the page itself. */
const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { top, bottom, width, height } = element.getBoundingClientRect()
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const labels = (element as HTMLInputElement).labels
    const name =
      element.getAttribute('aria-label') ??
      document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ??
      (labels?.length ? [...labels].map((label) => label.textContent).join(' ') : element.textContent)
    return {
      name: name?.trim() || `<${element.tagName.toLowerCase()} class="${element.className}">`,
      hidden: [
        ...(outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2
          ? [`no ring (${outlineStyle} ${outlineWidth})`]
          : []),
        ...(bottom > 0 && top < innerHeight && width > 0 && height > 0
          ? []
          : [`off the screen (${Math.round(top)} to ${Math.round(bottom)} of ${innerHeight} px)`]),
      ].join(', '),
      figure: element.closest<HTMLElement>('figure')?.dataset['figure'] ?? '',
    }
  })

const unnamed = ({ name }: Stop) => name.startsWith('<')

test('Tab goes through a chapter once, seen at every stop, past every figure, and out at the end', async () => {
  // Otherwise the page is still on its way to a stop when the next one is asked for.
  const { page, trouble } = await site.open('en/initialization/', { reducedMotion: 'reduce' })
  // The same holds for blocks that get their height meanwhile.
  await allLaidOut(page)
  const stops: Stop[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const here = await stop(page)
    if (!here || stops.length > 600) break
    stops.push(here)
    // What comes next hydrates as the focus nears it.
    if (here.figure)
      await page.locator(`[data-island="widgets/${here.figure}"][data-hydrated]`).waitFor({ timeout: 60_000 })
  }
  expect(stops[0]?.name).toBe('Skip to the text')
  expect(stops.length).toBeLessThan(600)
  expect(stops.filter(unnamed)).toEqual([])
  expect(stops.filter(({ hidden }) => hidden).map(({ name, hidden }) => `${name}: ${hidden}`)).toEqual([])
  const figures = new Set(stops.map(({ figure }) => figure))
  expect(figures.size).toBe((await page.locator('figure[data-figure]').count()) + 1)
  for (const control of ['Run', 'Settings'])
    expect(stops.filter(({ name }) => name === control).length).toBe(figures.size - 1)
  expect(trouble).toEqual([])
}, 300_000)

/** Presses Tab until `target` has the focus. */
const tabTo = async (page: Page, target: Locator) => {
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`60 presses of Tab did not reach ${String(target)}.`)
}

test('a figure from guess to data table by keyboard alone; the focus is never lost', async () => {
  const { page } = await site.open('en/activations/')
  const figure = await figureOf(page, 'born-dead')
  await figure.getByRole('radio').first().focus()
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key)
      expect(await stop(page), `after ${key}`).not.toBeNull()
    }
  }
  await press('ArrowDown', 'ArrowDown')
  await tabTo(page, figure.getByRole('button', { name: 'Lock in and start' }))
  await press('Enter')
  await waitForState(figure, 'done')
  expect((await stop(page))?.figure).toBe('born-dead')

  await tabTo(page, figure.getByRole('button', { name: 'Settings' }))
  await press('Enter')
  await figure.getByRole('button', { name: 'With a leak' }).waitFor()
  await press('Enter')
  await figure.getByRole('button', { name: 'With a leak' }).waitFor({ state: 'detached' })

  const menu = figure.locator('.menu-box > button')
  await tabTo(page, menu)
  await press('Enter')
  await figure.locator('.menu').waitFor()
  await press('Tab', 'Tab', 'Escape')
  await figure.locator('.menu').waitFor({ state: 'detached' })
  expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true)

  await press('t')
  await figure.getByRole('table').waitFor()
  await press('ArrowLeft', 'Home', 'End', 't')
  await figure.getByRole('table').waitFor({ state: 'detached' })
  expect((await stop(page))?.figure).toBe('born-dead')
})
