/** What a restless reader does to the figures of a chapter: one action after the other, by chance but seeded. */
import type { Locator, Page, Worker } from 'playwright'
import type { Random } from '../../../src/nn/random.ts'
import { figureOf } from '../figure.ts'

export interface Reader {
  /** Does something and says what, in a few words. */
  act(): Promise<string>
}

type Action = (figure: Locator, pick: <T>(list: readonly T[]) => T) => Promise<void>

/** Presses the first of these buttons, if there is one at this very moment. */
const pressIfThere = (buttons: Locator) =>
  buttons.evaluateAll((list) => (list[0] as HTMLElement | undefined)?.click())

const named =
  (name: string | RegExp): Action =>
  (figure) =>
    pressIfThere(figure.getByRole('button', { name, exact: true }))

/** Presses a key of the figure, from a button that is always there. */
async function pressKey(figure: Locator, key: string): Promise<void> {
  await figure.getByRole('button', { name: 'More', exact: true }).focus()
  await figure.page().keyboard.press(key)
}

const plays = async (figure: Locator) => (await figure.getAttribute('data-recording')) !== null

/** Plays the recording, or leaves it; until the figure shows that it did. */
async function switchRecording(figure: Locator): Promise<void> {
  const after = (await plays(figure)) ? ':not([data-recording])' : '[data-recording]'
  const name = await figure.getAttribute('data-figure')
  await pressKey(figure, 'p')
  await figure.page().locator(`figure[data-figure="${name}"]${after}`).waitFor()
}

/** Back from the recording, where one is played. */
export async function toLive(figure: Locator): Promise<void> {
  if (await plays(figure)) await switchRecording(figure)
}

/** A stroke across the pad, which is opened for it; where it is open already, it may be closed instead. */
const draw: Action = async (figure, pick) => {
  const open = figure.getByRole('button', { name: /^Your own digits/ })
  if ((await open.count()) === 0) return
  const wasOpen = (await open.getAttribute('aria-expanded')) === 'true'
  if (!wasOpen || pick([true, false, false])) await pressIfThere(open)
  if (wasOpen && (await open.getAttribute('aria-expanded')) === 'false') return
  const pad = figure.getByRole('application', { name: 'Drawing pad' })
  await pad.scrollIntoViewIfNeeded()
  const box = (await pad.boundingBox())!
  const place = () =>
    [box.x + pick([0.2, 0.5, 0.8]) * box.width, box.y + pick([0.2, 0.8]) * box.height] as const
  const { mouse } = figure.page()
  await mouse.move(...place())
  await mouse.down()
  await mouse.move(...place(), { steps: 5 })
  await mouse.up()
}

/** How often each is done, relative to the others. */
const actions: Readonly<Record<string, readonly [number, Action]>> = {
  run: [5, named('Run')],
  pause: [2, named('Pause')],
  step: [2, named('Step')],
  reset: [1, named('Reset')],
  scrub: [
    4,
    async (figure, pick) => {
      const handle = figure.getByRole('slider', { name: / line$/ })
      if (!(await handle.isVisible())) return
      await handle.focus()
      await figure.page().keyboard.press(pick(['Home', 'End', 'Shift+ArrowLeft', 'ArrowLeft', 'ArrowRight']))
    },
  ],
  fork: [3, named(/^Go on from/)],
  settings: [2, named('Settings')],
  slide: [
    3,
    async (figure, pick) => {
      const sliders = await figure.locator('.drawer input[type=range]').all()
      if (sliders.length === 0) return
      await pick(sliders).focus()
      const { keyboard } = figure.page()
      for (let i = 0; i < 3; i++) await keyboard.press(pick(['ArrowLeft', 'ArrowRight', 'PageUp']))
    },
  ],
  preset: [
    1,
    async (figure, pick) => {
      const presets = await figure.locator('.drawer .presets button').all()
      if (presets.length > 0) await pressIfThere(pick(presets))
    },
  ],
  speed: [
    2,
    async (figure, pick) => {
      const speed = figure.getByLabel('Speed')
      if (await speed.isVisible()) await speed.selectOption(pick(['all', '4', '1']))
    },
  ],
  table: [
    1,
    async (figure) => {
      await figure.getByRole('button', { name: 'Step', exact: true }).focus()
      await figure.page().keyboard.press('t')
    },
  ],
  recording: [1, switchRecording],
  draw: [2, draw],
  strip: [1, (figure) => pressIfThere(figure.locator('.strip-acts button'))],
}

/** Ends the worker from outside, as a browser that is short of memory does. `keepWorkers` must have been called. */
const terminate = (page: Page) =>
  page.evaluate(() =>
    (globalThis as never as { labWorkers: { terminate(): void }[] }).labWorkers.at(-1)?.terminate(),
  )

/** Undefined where the worker is being replaced at this very moment: it has no device and no tensors any more. */
export const inWorker = <T>(worker: Worker, work: () => T): Promise<T | undefined> =>
  worker.evaluate(work).catch((error: unknown) => {
    if (/(has been|was) closed|crashed/.test(String(error))) return undefined
    throw error
  })

/** Takes the graphics device away, as a driver that crashes does. */
async function loseContext(page: Page): Promise<void> {
  for (const worker of page.workers())
    await inWorker(worker, () => {
      interface Held {
        registry: Record<string, { gpgpu?: { gl: WebGL2RenderingContext } } | undefined>
      }
      const held = (globalThis as never as Record<string, Held | undefined>)['_tfengine']
      held?.registry['webgl']?.gpgpu?.gl.getExtension('WEBGL_lose_context')?.loseContext()
    })
}

/** Keeps every worker that the page makes where `terminate` finds it. Before the page loads. */
export const keepWorkers = (page: Page) =>
  page.addInitScript(() => {
    const kept: unknown[] = []
    Object.assign(globalThis, { labWorkers: kept })
    const Original = globalThis.Worker
    globalThis.Worker = class extends Original {
      constructor(...options: ConstructorParameters<typeof globalThis.Worker>) {
        super(...options)
        kept.push(this)
      }
    }
  })

export function createReader(page: Page, widgets: readonly string[], chance: Random): Reader {
  const pick = <T>(list: readonly T[]): T => list[chance.integer(list.length)]!
  const bag = Object.entries(actions).flatMap(([name, [weight]]) => Array<string>(weight).fill(name))
  return {
    async act() {
      const luck = chance.integer(60)
      if (luck === 0) {
        await terminate(page)
        return 'terminate the worker'
      }
      if (luck === 1) {
        await loseContext(page)
        return 'lose the context'
      }
      const widget = pick(widgets)
      const name = pick(bag)
      const figure = await figureOf(page, widget)
      await actions[name]![1](figure, pick)
      return `${name} ${widget}`
    },
  }
}
