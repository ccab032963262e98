/** Figures that train on the built site, and the workers they train in: to count, to patch and to break. */
import type { Locator, Page, Worker } from 'playwright'
import { expect } from 'vitest'
import { figureOf, press, waitForState } from './figure.ts'
import type { Site } from './site.ts'

export const chapter = 'en/activations/'

/** Two of the five seeds, so that software WebGL keeps up. */
export const link = (backend: string) =>
  `${chapter}?one-bend=v%3D1%26backend%3D${backend}%26seeds%3D0%2C1%26epochs%3D30`

/** A figure that trains, at 40 steps a second, on a page that keeps the workers it makes. */
export async function training(site: Site, backend: string) {
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

export const keepWorkers = (page: Page) =>
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
export const workersMade = (page: Page) =>
  page.evaluate(() => (globalThis as never as { made: object[] }).made.length)

/** Where the epoch line stands, as its handle says it. */
export const epoch = async (figure: Locator) =>
  Number(await figure.getByRole('slider', { name: / line$/ }).getAttribute('aria-valuenow'))
export async function past(figure: Locator, wanted: number): Promise<void> {
  while ((await epoch(figure)) < wanted) await figure.page().waitForTimeout(50)
}

/** Where it has come to rest: the last steps arrive after the state has changed, late where the machine is busy. */
export async function standing(figure: Locator): Promise<number> {
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

/** What is counted once nothing is made ready ahead any more: the same four times. */
export async function level(page: Page, count: () => Promise<number>): Promise<number> {
  for (let seen: number[] = []; ; await page.waitForTimeout(400)) {
    seen = [...seen, await count()].slice(-4)
    if (seen.length === 4 && new Set(seen).size === 1) return seen[0]!
  }
}

export const workerOf = (page: Page): Worker => {
  const worker = page.workers().at(-1)
  if (!worker) throw new Error('The page has no worker.')
  return worker
}

/** Puts `code` before the worker's own, each time the page fetches it. */
export const patchWorker = (page: Page, code: () => string) =>
  page.route('**/assets/worker-*.js', async (route) => {
    const answer = await route.fetch()
    const body = await answer.text()
    await route.fulfill({ response: answer, body: code() + body })
  })

/** Asked of the worker: the context that it computes in is gone. */
export function loseContext(): void {
  interface Engine {
    registry: { webgl: { gpgpu: { gl: WebGL2RenderingContext } } }
  }
  const { gl } = (globalThis as never as { _tfengine: Engine })['_tfengine'].registry.webgl.gpgpu
  gl.getExtension('WEBGL_lose_context')?.loseContext()
}

/** The strip that says how the run went on. */
export const notice = async (figure: Locator): Promise<string> => {
  const strip = figure.locator('.strip', { hasText: 'went on from' })
  // On a slow machine it stands behind the strip that says how long the run takes.
  await strip.waitFor({ state: 'attached', timeout: 60_000 })
  return (await strip.locator('.strip-words').innerText()).replaceAll(/\s+/g, ' ')
}
