/**
 * A reader whose device is slow: how long a run takes, and its recording meanwhile. The page's clock runs fast here,
 * so that to the page each step takes longer than it does; all else is as it is.
 */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { figureOf, press, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const widget = 'activation-race'
/** 600 steps at 60 a second: ten seconds of training. */
const chapter = 'en/activations/'

/** @param saveData as for a reader who pays for each byte: then nothing is played unasked. */
async function openSlow({ saveData = false, settings = '' }) {
  const { page, trouble } = await site.open('')
  await page.addInitScript((saves) => {
    const now = performance.now.bind(performance)
    performance.now = () => 20 * now()
    Object.defineProperty(navigator, 'connection', { value: { saveData: saves } })
  }, saveData)
  const asked = new URLSearchParams({ [widget]: `v=1&backend=wasm${settings}` })
  await page.goto(`${site.url}${chapter}?${asked}`)
  return { page, trouble, figure: await figureOf(page, widget) }
}

const recordingShown = (page: Page) => page.locator(`figure[data-figure="${widget}"][data-recording]`)

test('a long run says how long it takes; its recording plays meanwhile, and the run is shown when asked for', async () => {
  const { page, trouble, figure } = await openSlow({ saveData: true })
  const [strip, line] = [figure.locator('.strip'), figure.locator('.state-line')]
  const before = await figure.boundingBox()
  await press(figure, 'Run')
  await strip.getByText(/^On this device this run takes about \d+ (s|min|h)\.$/).waitFor()
  expect((await figure.boundingBox())!.height).toBe(before!.height)
  expect(await recordingShown(page).count()).toBe(0)
  await strip.getByRole('button', { name: 'Play the recording meanwhile' }).click()
  await recordingShown(page).waitFor()
  expect(await line.innerText()).toMatch(/^Recording shown; your run is at \d+%$/)
  // Focus that was on the button is not lost with it.
  expect(await figure.evaluate((element) => element.contains(document.activeElement))).toBe(true)

  await page.locator('h1').scrollIntoViewIfNeeded()
  await line.getByText(/your run is paused at \d+%/).waitFor({ state: 'attached' })
  await figure.scrollIntoViewIfNeeded()
  await line.getByText(/your run is at \d+%/).waitFor()

  await strip.getByText('Your run is done.').waitFor({ timeout: 90_000 })
  expect(await recordingShown(page).count()).toBe(1)
  expect(await line.innerText()).toBe('Recording shown; your run is done')
  await strip.getByRole('button', { name: 'Show my run' }).click()
  await waitForState(figure, 'done')
  expect(await recordingShown(page).count()).toBe(0)
  expect(await line.innerText()).toContain('Done at epoch')
  expect(await strip.getByRole('button', { name: 'Show my run' }).count()).toBe(0)
  expect(trouble).toEqual([])
})

test('where it takes longer than a minute the recording plays by itself, once', async () => {
  const { page, trouble, figure } = await openSlow({})
  await press(figure, 'Run')
  await recordingShown(page).waitFor()
  const strip = figure.locator('.strip').first()
  expect(await strip.innerText()).toMatch(
    /The recording is shown while your run goes on\. .*about \d+ (min|h)/,
  )
  await strip.getByRole('button', { name: 'Show my run' }).click()
  await strip.getByText(/^On this device this run takes about \d+ (min|h)\.$/).waitFor()
  expect(await recordingShown(page).count()).toBe(0)
  expect(await figure.getAttribute('data-state')).toBe('running')
  expect(trouble).toEqual([])
})

test('other settings have no recording, and none is offered', async () => {
  const { page, trouble, figure } = await openSlow({ settings: '&seeds=0' })
  await press(figure, 'Run')
  const strip = figure.locator('.strip')
  await strip.getByText(/^On this device this run takes about \d+ (min|h)\.$/).waitFor()
  expect(await strip.getByRole('button', { name: /recording/ }).count()).toBe(0)
  expect(await recordingShown(page).count()).toBe(0)
  expect(trouble).toEqual([])
})
