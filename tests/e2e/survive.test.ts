/**
 * The built site with its real worker, and what a browser does to it: graphics contexts lost, workers ended, memory
 * short, drivers broken, pages hidden. Each time the lesson goes on.
 */
import type { Locator, Page, Worker } from 'playwright'
import { expect, test } from 'vitest'
import { chromiumFlags } from '../../scripts/chromium.mjs'
import { figureOf, press, state, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite(chromiumFlags)
const chapter = 'en/activations/'

/** Two of the five seeds, so that software WebGL keeps up. */
const link = (backend: string) =>
  `${chapter}?one-bend=v%3D1%26backend%3D${backend}%26seeds%3D0%2C1%26epochs%3D30`

/** A figure that trains, at 40 steps a second, on a page that keeps the workers it makes. */
async function training(backend: string) {
  const { page, trouble } = await site.open('')
  await keepWorkers(page)
  await page.goto(site.url + link(backend))
  const figure = await figureOf(page, 'one-bend')
  await figure.getByLabel('Speed').selectOption('1')
  await press(figure, 'Run')
  await waitForState(figure, 'running')
  expect(await figure.getAttribute('data-backend')).toBe(backend)
  await past(figure, 2)
  return { page, trouble, figure }
}

const keepWorkers = (page: Page) =>
  page.addInitScript(() => {
    const made: unknown[] = []
    Object.assign(globalThis, { made })
    const Original = globalThis.Worker
    globalThis.Worker = class extends Original {
      constructor(...options: ConstructorParameters<typeof Original>) {
        super(...options)
        made.push(this)
      }
    }
  })
const workersMade = (page: Page) =>
  page.evaluate(() => (globalThis as never as { made: object[] }).made.length)

/** Where the epoch line stands, as its handle says it. */
const epoch = async (figure: Locator) =>
  Number(await figure.getByRole('slider', { name: / line$/ }).getAttribute('aria-valuenow'))
async function past(figure: Locator, wanted: number): Promise<void> {
  while ((await epoch(figure)) < wanted) await figure.page().waitForTimeout(50)
}

/** Where it has come to rest: the last steps arrive after the state has changed, late where the machine is busy. */
async function standing(figure: Locator): Promise<number> {
  await waitForState(figure, 'paused')
  let last = await epoch(figure)
  for (let quiet = 0; quiet < 6;) {
    await figure.page().waitForTimeout(500)
    const now = await epoch(figure)
    quiet = now === last ? quiet + 1 : 0
    last = now
  }
  return last
}

const workerOf = (page: Page): Worker => {
  const worker = page.workers().at(-1)
  if (!worker) throw new Error('The page has no worker.')
  return worker
}

/** Asked of the worker: the context that it computes in is gone. */
function loseContext(): void {
  interface Engine {
    registry: { webgl: { gpgpu: { gl: WebGL2RenderingContext } } }
  }
  const { gl } = (globalThis as never as { _tfengine: Engine })['_tfengine'].registry.webgl.gpgpu
  gl.getExtension('WEBGL_lose_context')?.loseContext()
}

/** The strip that says how the run went on. */
const notice = async (figure: Locator): Promise<string> => {
  const strip = figure.locator('.strip', { hasText: 'went on from' })
  await strip.waitFor({ timeout: 60_000 })
  return (await strip.locator('.strip-words').innerText()).replaceAll(/\s+/g, ' ')
}

/** What the data table says when the run is done. */
async function results(figure: Locator): Promise<string> {
  await figure.getByLabel('Speed').selectOption('all')
  await waitForState(figure, 'done')
  await figure.press('t')
  return figure.locator('table tbody').innerText()
}

let undisturbed: string | undefined
/** The same run, left alone. */
async function whole(): Promise<string> {
  if (undisturbed !== undefined) return undisturbed
  const { page } = await site.open(link('wasm'))
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  undisturbed = await results(figure)
  await page.close()
  return undisturbed
}

test('the worker is terminated from outside: the run goes on in another, and ends with the same numbers', async () => {
  const { page, trouble, figure } = await training('wasm')
  const before = await epoch(figure)
  await page.evaluate(() => (globalThis as never as { made: { terminate(): void }[] }).made[0]?.terminate())
  expect(await notice(figure)).toMatch(
    /^The part of this page that trains has stopped unexpectedly\. The run went on from epoch [\d.]+ with wasm; nothing was lost\.$/,
  )
  await waitForState(figure, 'running')
  expect(await epoch(figure)).toBeGreaterThanOrEqual(before)
  expect(await workersMade(page)).toBe(2)
  expect(await results(figure)).toBe(await whole())
  expect(trouble).toEqual([])
})

test('the worker ends itself while the run is paused: it stays where it is, and goes on when asked', async () => {
  const { page, figure } = await training('wasm')
  await press(figure, 'Pause')
  const before = await standing(figure)
  await workerOf(page).evaluate(() => globalThis.close())
  expect(await notice(figure)).toMatch(/stopped unexpectedly/)
  expect([await state(figure), await epoch(figure)]).toEqual(['paused', before])
  await press(figure, 'Run')
  await past(figure, before + 1)
  expect(await results(figure)).toBe(await whole())
})

test('the graphics context is lost: the run goes on from its last checkpoint in another', async () => {
  const { page, trouble, figure } = await training('webgl')
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
  await page.route('**/assets/worker-*.js', async (route) => {
    const answer = await route.fetch()
    const body = await answer.text()
    await route.fulfill({ response: answer, body: dead ? `(${noWebGL.toString()})();\n${body}` : body })
  })
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

test('WebAssembly memory is exhausted: the run goes on, and ends with the same numbers', async () => {
  const { page, trouble, figure } = await training('wasm')
  await workerOf(page).evaluate(() => {
    interface Engine {
      registry: { wasm: { wasm: { _malloc(bytes: number): number } } }
    }
    const { wasm } = (globalThis as never as { _tfengine: Engine })['_tfengine'].registry.wasm
    WebAssembly.Memory.prototype.grow = () => {
      throw new RangeError('Maximum memory size exceeded')
    }
    for (let size = 2 ** 24; size >= 16; size /= 4)
      for (let left = 1e6; left > 0; left--)
        try {
          wasm['_malloc'](size)
        } catch {
          break
        }
  })
  expect(await notice(figure)).toMatch(
    /Memory is short: .* went on from epoch [\d.]+ with (wasm|CPU); nothing was lost\.$/,
  )
  expect(await workersMade(page)).toBe(2)
  expect(await results(figure)).toBe(await whole())
  expect(trouble).toEqual([])
})

test('a driver that computes wrongly is not used, and the settings say why', async () => {
  const { page, trouble } = await site.open('')
  // As it reaches the driver: the end of tanh in tfjs's shader.
  await page.route('**/assets/worker-*.js', async (route) => {
    const answer = await route.fetch()
    const broken = `{
      const { shaderSource } = WebGL2RenderingContext.prototype
      WebGL2RenderingContext.prototype.shaderSource = function (shader, text) {
        shaderSource.call(this, shader, text.replaceAll('(1.0 - e2x)', '(0.999 - e2x)'))
      }
    }\n`
    await route.fulfill({ response: answer, body: broken + (await answer.text()) })
  })
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

test('a page that is hidden trains nothing, and goes on when it is seen', async () => {
  const { page, figure } = await training('wasm')
  const hide = (hidden: boolean) =>
    page.evaluate((is) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => is })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await hide(true)
  const before = await standing(figure)
  await page.waitForTimeout(500)
  expect(await epoch(figure)).toBe(before)
  await hide(false)
  await waitForState(figure, 'running')
  // Whoever paused it finds it paused.
  await press(figure, 'Pause')
  await waitForState(figure, 'paused')
  await hide(true)
  await hide(false)
  await page.waitForTimeout(200)
  expect(await state(figure)).toBe('paused')
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
  await page.route('**/assets/worker-*.js', async (route) => {
    const answer = await route.fetch()
    const counting = `{
      globalThis.contexts = new Set()
      const { getContext } = OffscreenCanvas.prototype
      OffscreenCanvas.prototype.getContext = function (kind, ...rest) {
        const context = getContext.call(this, kind, ...rest)
        if (context && kind.startsWith('webgl')) contexts.add(context)
        return context
      }
    }\n`
    await route.fulfill({ response: answer, body: counting + (await answer.text()) })
  })
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
  expect(await page.locator('figure[data-state=running]').count()).toBeLessThanOrEqual(1)
  expect(await workersMade(page)).toBe(1)
  expect(page.workers()).toHaveLength(1)
  expect(
    await workerOf(page).evaluate(() => (globalThis as never as { contexts: Set<object> }).contexts.size),
  ).toBe(1)
  expect(trouble).toEqual([])
})
