/** What a reader hears: a run told in sentences, and its curves as tones. */
import { expect, test } from 'vitest'
import { figureOf, press, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()

test('a run is told in a polite region, at most a sentence in five seconds, and the choice is remembered', async () => {
  const { page, trouble } = await site.open('en/activations/')
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('radio', { name: 'Progress, too' }).check()
  await page.reload()
  const region = page.locator('[data-narration]')
  await region.waitFor({ state: 'attached' })
  await page.evaluate(() => {
    const heard: [number, string][] = ((globalThis as never as { heard: unknown }).heard = [])
    const element = document.querySelector('[data-narration]')!
    new MutationObserver(() => heard.push([performance.now(), element.textContent])).observe(element, {
      childList: true,
    })
  })
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'running')
  expect(await figure.locator('.readout').getAttribute('aria-live')).toBe('off')
  // A pause is told, then nothing, and what comes after it again.
  await press(figure, 'Pause')
  await waitForState(figure, 'paused')
  // Measurements that were on their way may still come, so both are read until they agree.
  const plot = figure.locator('.plot-box').first()
  const told = async () => (await region.textContent()) === (await plot.getAttribute('aria-label'))
  await expect.poll(told, { timeout: 30_000 }).toBe(true)
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  await expect.poll(told, { timeout: 30_000 }).toBe(true)
  const heard = await page.evaluate(() => (globalThis as never as { heard: [number, string][] }).heard)
  expect(heard.length).toBeGreaterThan(1)
  // The page's own clock decides when it speaks; timers may come a little late, never early.
  const gaps = heard.slice(1).map(([time], i) => time - heard[i]![0])
  expect(Math.min(...gaps)).toBeGreaterThan(4900)
  await expect.poll(() => figure.locator('.readout').getAttribute('aria-live')).toBeNull()
  expect(trouble).toEqual([])
})

test('the curves are heard one after another, and the epoch line goes along', async () => {
  const { page, trouble } = await site.open('en/activations/', { reducedMotion: 'reduce' })
  const figure = await figureOf(page, 'born-dead')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  await figure.locator('.menu-box > button').click()
  await figure.getByRole('button', { name: 'Listen to the curves' }).click()
  const now = figure.locator('.listen-now')
  const line = figure.getByRole('slider').first()
  const places = new Set<string | null>()
  await figure.getByRole('button', { name: 'All, one after another' }).click()
  const names = new Set<string>()
  await expect
    .poll(
      async () => {
        names.add(await now.innerText())
        places.add(await line.getAttribute('aria-valuetext'))
        return names.size
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(2)
  expect(places.size).toBeGreaterThan(2)
  await figure.getByRole('button', { name: 'Stop' }).click()
  await expect.poll(() => now.innerText()).toBe('')
  expect(trouble).toEqual([])
})
