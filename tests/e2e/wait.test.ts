/**
 * A reader whose device is slow: how long a run takes, and its recording meanwhile. The page's clock runs fast here,
 * so that to the page each step takes longer than it does; all else is as it is.
 */
import type { Page, Route } from 'playwright'
import { expect, test } from 'vitest'
import { deferred } from '../../src/lab/turns.ts'
import { figureOf, press, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const widget = 'activation-race'
/** 600 steps, at 15 a second here: 40 seconds of training, in which a busy machine comes to see what is to be seen. */
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
  await page.addInitScript(hearViews)
  await page.goto(`${site.url}${chapter}?${asked}`)
  const figure = await figureOf(page, widget)
  await figure.getByLabel('Speed').selectOption('0.25')
  return { page, trouble, figure }
}

/** Writes down what the page tells its worker of pictures. */
function hearViews(): void {
  const heard = { running: '', wants: {} as Record<string, boolean> }
  // oxlint-disable-next-line typescript/unbound-method -- it is given its worker below
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (message: unknown, ...rest) {
    const { path, argumentList } = message as { path?: string[]; argumentList?: { value: unknown }[] }
    const [id, wants] = (argumentList ?? []).map(({ value }) => value)
    if (path?.[0] === 'run') heard.running = String(id)
    if (path?.[0] === 'setWantsViews') heard.wants[String(id)] = wants === true
    Reflect.apply(post, this, [message, ...(rest as unknown[])])
  }
  Object.assign(globalThis, { heard })
}

/** Whether the worker is to make pictures for the run that was started; undefined where it was not told, and makes them. */
const wantsViews = (page: Page) =>
  page.evaluate(() => {
    const { heard } = globalThis as never as { heard: { running: string; wants: Record<string, boolean> } }
    return heard.wants[heard.running]
  })

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
  await line.getByText(/^Recording shown; your run is at \d+%$/).waitFor()
  // Focus that was on the button is not lost with it.
  expect(await figure.evaluate((element) => element.contains(document.activeElement))).toBe(true)

  await page.locator('h1').scrollIntoViewIfNeeded()
  await line.getByText(/your run is paused at \d+%/).waitFor({ state: 'attached' })
  await figure.scrollIntoViewIfNeeded()
  await line.getByText(/your run is at \d+%/).waitFor()

  await strip.getByText('Your run is done.').waitFor({ timeout: 90_000 })
  expect(await recordingShown(page).count()).toBe(1)
  await line.getByText('Recording shown; your run is done', { exact: true }).waitFor()
  await strip.getByRole('button', { name: 'Show my run' }).click()
  await waitForState(figure, 'done')
  expect(await recordingShown(page).count()).toBe(0)
  await line.getByText(/Done at epoch/).waitFor()
  await strip.getByRole('button', { name: 'Show my run' }).waitFor({ state: 'detached' })
  expect(trouble).toEqual([])
})

test('where it takes longer than a minute the recording plays by itself, once', async () => {
  const { page, trouble, figure } = await openSlow({})
  await press(figure, 'Run')
  await recordingShown(page).waitFor()
  const strip = figure.locator('.strip').first()
  await strip.getByText(/The recording is shown while your run goes on\. .*about \d+ (min|h)/).waitFor()
  // Nobody sees the run: no time goes into its pictures.
  await expect.poll(() => wantsViews(page)).toBe(false)
  await strip.getByRole('button', { name: 'Show my run' }).click()
  await expect.poll(() => wantsViews(page)).toBe(true)
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

test('a recording that fails unasked is not spoken of, and one that comes late takes nothing away', async () => {
  const { page, figure } = await openSlow({})
  const file = '**/assets/published-*.json'
  const abort = (route: Route) => route.abort()
  await page.route(file, abort)
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.json'))
  await press(figure, 'Run')
  await failed
  const offer = figure.locator('.strip').getByRole('button', { name: 'Play the recording meanwhile' })
  await offer.waitFor()
  expect(await figure.getByRole('alert').count()).toBe(0)
  await offer.click()
  await figure.getByRole('alert').getByText('The recording could not be loaded').waitFor()
  await press(figure, 'Reset')
  await page.unroute(file, abort)

  const asked = deferred<Route>()
  await page.route(file, (route) => asked.resolve(route))
  await press(figure, 'Run')
  const route = await asked.promise
  // What went wrong before is over with the new try.
  await expect.poll(() => figure.getByRole('alert').count()).toBe(0)
  await figure.getByRole('slider', { name: /line$/ }).first().press('Home')
  await figure.getByText(/^Running, showing/).waitFor()
  const arrived = page.waitForEvent('requestfinished', (request) => request.url().endsWith('.json'))
  await route.continue()
  await arrived
  await page.unroute(file)
  // Time to read it.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)))
  expect(await recordingShown(page).count()).toBe(0)
  await offer.click()
  await recordingShown(page).waitFor()
})
