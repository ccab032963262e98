/** axe on every state that a figure can be in, in both themes. Pages at rest: everyPage.test.ts; slides: lecture.test.ts. */
import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { axe } from './axe.ts'
import { figureOf, press, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()

/** What axe finds in the figure, by theme. */
async function findings(page: Page, figure: Locator): Promise<string[]> {
  const name = await figure.getAttribute('data-figure')
  const found: string[] = []
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
    const broken = await axe(page, `figure[data-figure="${name}"]`)
    found.push(...broken.map((line) => `${theme}, ${line}`))
  }
  return found
}

test('a figure that asks, runs, is paused, looks back, is done', async () => {
  // A run that is longer than axe takes, also where the machine is busy.
  const long = encodeURIComponent('v=1&epochs=300')
  const { page } = await site.open(`en/activations/?one-bend=${long}`, { reducedMotion: 'reduce' })
  const figure = await figureOf(page, 'one-bend')
  await figure.getByLabel('Speed').selectOption('1')
  expect(await figure.getAttribute('data-asking')).toBe('')
  expect(await findings(page, figure), 'asking').toEqual([])
  await figure.getByRole('radio').first().check()
  await figure.getByRole('button', { name: 'Lock in and start' }).click()
  await waitForState(figure, 'running')
  expect(await findings(page, figure), 'running').toEqual([])
  await press(figure, 'Pause')
  await waitForState(figure, 'paused')
  expect(await findings(page, figure), 'paused').toEqual([])
  await figure.getByRole('slider').first().focus()
  await page.keyboard.press('Home')
  expect(await findings(page, figure), 'looking back').toEqual([])
})

test('a figure with its settings, its menu, its data table and its recording', async () => {
  const { page } = await site.open('en/activations/', { reducedMotion: 'reduce' })
  const figure = await figureOf(page, 'born-dead')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  expect(await findings(page, figure), 'done').toEqual([])
  await figure.getByRole('button', { name: 'Settings' }).click()
  await figure.getByRole('button', { name: 'With a leak' }).waitFor()
  await figure.getByRole('slider').first().focus()
  await page.keyboard.press('t')
  await figure.getByRole('table').waitFor()
  await figure.locator('.menu-box > button').click()
  await figure.locator('.menu').waitFor()
  expect(await findings(page, figure), 'everything open').toEqual([])
  await page.keyboard.press('Escape')
  await figure.locator('.menu-box > button').focus()
  await page.keyboard.press('p')
  await page.locator('figure[data-figure="born-dead"][data-recording]').waitFor()
  expect(await findings(page, figure), 'recording').toEqual([])
})

test('a figure in which a variant diverged says so to everybody', async () => {
  // A rate at which the loss overflows within a few steps.
  const { page } = await site.open(`en/activations/?kill-a-relu=${encodeURIComponent('v=1&highRate=5')}`, {
    reducedMotion: 'reduce',
  })
  const figure = await figureOf(page, 'kill-a-relu')
  await press(figure, 'Run')
  await figure.locator('.strip').first().waitFor({ timeout: 90_000 })
  expect(await findings(page, figure)).toEqual([])
})

test('a figure whose worker cannot start says so to everybody', async () => {
  const { page } = await site.open('en/activations/', { reducedMotion: 'reduce' })
  const figure = await figureOf(page, 'one-bend')
  await page.route(/worker.*\.js/, (route) => route.abort())
  await page.reload()
  await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'failed')
  expect(await findings(page, figure)).toEqual([])
})
