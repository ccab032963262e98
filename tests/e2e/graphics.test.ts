/**
 * The built site and the graphics it computes on: a context that is lost, a card that dies or a driver that is wrong
 * ends no lesson, and eight figures share one context.
 */
import { expect, test } from 'vitest'
import { chromiumFlags } from '../../scripts/chromium.mjs'
import { figureOf, press, state, waitForState } from './figure.ts'
import { useSite } from './site.ts'
import {
  chapter,
  epoch,
  keepWorkers,
  link,
  loseContext,
  notice,
  past,
  patchWorker,
  training,
  workerOf,
  workersMade,
} from './workers.ts'

const site = useSite(chromiumFlags)

test('the graphics context is lost: the run goes on from its last checkpoint in another', async () => {
  const { page, trouble, figure } = await training(site, 'webgl')
  const before = await epoch(figure)
  await workerOf(page).evaluate(loseContext)
  expect(await notice(figure)).toMatch(
    /graphics device.* went on from epoch [\d.]+ with (WebGL|wasm); nothing was lost\.$/,
  )
  await past(figure, before + 1)
  expect(['running', 'done']).toContain(await state(figure))
  expect(trouble).toEqual([])
})

test('the graphics card dies under a slide: the run goes on without it, from where it was, and the foot says so', async () => {
  const { page, trouble } = await site.open('')
  /** What a card that is gone for good answers. */
  const noWebGL = () => {
    const { getContext } = OffscreenCanvas.prototype as { getContext: (...given: string[]) => unknown }
    Object.assign(OffscreenCanvas.prototype, {
      getContext(this: OffscreenCanvas, kind: string, ...rest: string[]) {
        return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest)
      },
    })
  }
  let dead = false
  await patchWorker(page, () => (dead ? `(${noWebGL.toString()})();\n` : ''))
  // One slide, one seed, shallow networks: software WebGL takes its time for each operation.
  const settings = 'v%3D1%26backend%3Dwebgl%26seeds%3D0%26depth%3D1%26epochs%3D20'
  await page.goto(`${site.url}${chapter}lecture/?deck=bend&one-bend=${settings}`)
  await page.locator('.opts .opt').first().waitFor()
  await page.keyboard.press('Space')
  const figure = page.locator('.slide-host[data-shown] figure')
  await waitForState(figure, 'running')
  expect(await figure.getAttribute('data-backend')).toBe('webgl')
  const line = figure.getByRole('slider')
  const at = async () => Number(await line.getAttribute('aria-valuenow'))
  await expect.poll(at, { timeout: 60_000 }).toBeGreaterThan(0)
  const before = await at()
  dead = true
  await workerOf(page).evaluate(noWebGL)
  await workerOf(page).evaluate(loseContext)
  await expect
    .poll(() => page.locator('.slide-notice').innerText(), { timeout: 60_000 })
    .toBe('Training was interrupted and went on with wasm.')
  expect(await at()).toBeGreaterThanOrEqual(before)
  await expect.poll(at, { timeout: 60_000 }).toBeGreaterThan(before)
  expect(await figure.getAttribute('data-backend')).toBe('wasm')
  expect(trouble).toEqual([])
})

test('a driver that computes wrongly is not used, and the settings say why', async () => {
  const { page, trouble } = await site.open('')
  // As it reaches the driver: the end of tanh in tfjs's shader.
  const broken = `{
    const { shaderSource } = WebGL2RenderingContext.prototype
    WebGL2RenderingContext.prototype.shaderSource = function (shader, text) {
      shaderSource.call(this, shader, text.replaceAll('(1.0 - e2x)', '(0.999 - e2x)'))
    }
  }\n`
  await patchWorker(page, () => broken)
  await page.goto(site.url + link('webgl'))
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'running', 'done')
  expect(await figure.getAttribute('data-backend')).toBe('wasm')
  await figure.getByRole('button', { name: 'Settings' }).click()
  const report = figure.locator('.drawer .report')
  expect(await report.innerText()).toMatch(
    /WebGL: WebGL computes wrongly on this device: a small tanh network comes out wrong by 0\.00\d+/,
  )
  expect(await figure.getByRole('button', { name: 'WebGL', exact: true }).isDisabled()).toBe(true)
  expect(trouble).toEqual([])
})

test('a page with eight figures has one worker and one graphics context', async () => {
  const { page, trouble } = await site.open('')
  await keepWorkers(page)
  await page.addInitScript(() => {
    document.addEventListener('readystatechange', () => {
      // Before the page's own script looks for figures.
      if (document.readyState !== 'interactive') return
      const figures = [...document.querySelectorAll('.island:has([data-island^="widgets/"])')]
      for (const figure of figures.slice(0, 3)) figures.at(-1)?.after(figure.cloneNode(true))
    })
  })
  const counting = `{
    globalThis.contexts = new Set()
    const { getContext } = OffscreenCanvas.prototype
    OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
      const context = getContext.call(this, kind, ...rest)
      if (context && kind.startsWith('webgl')) contexts.add(context)
      return context
    }
  }\n`
  await patchWorker(page, () => counting)
  const settings = ['one-bend', 'gradient-thermometer', 'born-dead', 'activation-race', 'kill-a-relu'].map(
    (widget, i) => [widget, `v=1&backend=${i === 0 ? 'webgl' : 'wasm'}&seeds=0`] as [string, string],
  )
  await page.goto(`${site.url}${chapter}?${new URLSearchParams(settings)}`)
  const islands = await page.locator('[data-island^="widgets/"]').all()
  expect(islands).toHaveLength(8)
  for (const island of islands) {
    const figure = island.locator('figure')
    await figure.scrollIntoViewIfNeeded()
    await page.waitForFunction((el) => el?.hasAttribute('data-hydrated'), await island.elementHandle())
    await press(figure, 'Run')
    await figure.and(page.locator('[data-state=running], [data-state=done]')).waitFor({ timeout: 90_000 })
  }
  expect(await page.locator('figure[data-backend=webgl]').count()).toBeGreaterThanOrEqual(2)
  // The worker takes the one before out of its seat between two steps, and then tells it.
  await expect.poll(() => page.locator('figure[data-state=running]').count()).toBeLessThanOrEqual(1)
  expect(await workersMade(page)).toBe(1)
  expect(page.workers()).toHaveLength(1)
  expect(
    await workerOf(page).evaluate(() => (globalThis as never as { contexts: Set<object> }).contexts.size),
  ).toBe(1)
  expect(trouble).toEqual([])
})
