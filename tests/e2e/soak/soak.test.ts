/**
 * A restless reader, for a while: `npm run soak` takes as many actions as a reader in an hour, `npm test` sixty, in ten
 * minutes at most. Nothing may stick, leak or complain. SOAK_ACTIONS, SOAK_MINUTES and SOAK_SEED choose another soak.
 */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { chromiumFlags } from '../../../scripts/chromium.mjs'
import { random } from '../../../src/nn/random.ts'
import { figureOf, press, state, waitForState } from '../figure.ts'
import { useSite } from '../site.ts'
import { level } from '../workers.ts'
import { createReader, inWorker, keepWorkers, toLive } from './reader.ts'

const widgets = ['one-bend', 'gradient-thermometer', 'born-dead', 'activation-race', 'kill-a-relu']
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)
const seed = number('SOAK_SEED', 1)
const mostActions = number('SOAK_ACTIONS', 60)
const minutes = number('SOAK_MINUTES', 10)
/** Actions between two visits to another page. */
const actionsPerVisit = 40

const site = useSite(chromiumFlags)

/** Some of the figures compute on WebGL, which is there in software. */
const chapter = 'en/activations/?one-bend=v%3D1%26backend%3Dwebgl%26seeds%3D0%26epochs%3D10'

const tensors = async (page: Page): Promise<number> => {
  const counts = await Promise.all(
    page.workers().map((worker) =>
      inWorker(worker, () => {
        const held = globalThis as never as Record<string, { memory(): { numTensors: number } } | undefined>
        return held['_tfengine']?.memory().numTensors ?? 0
      }),
    ),
  )
  return counts.reduce<number>((sum, count = 0) => sum + count, 0)
}

/** Every figure one step after its published start, none waiting for anything: what is held then is always the same. */
async function calm(page: Page): Promise<void> {
  for (const widget of widgets) {
    const figure = await figureOf(page, widget)
    await toLive(figure)
    const settings = figure.getByRole('button', { name: 'Settings', exact: true })
    if ((await settings.getAttribute('aria-expanded')) === 'false') await settings.click()
    await figure.getByRole('button', { name: 'As published', exact: true }).click()
    await settings.click()
    await press(figure, 'Reset')
    await waitForState(figure, 'idle')
    await press(figure, 'Step')
    await waitForState(figure, 'paused')
  }
}

test(
  `a restless reader (seed ${seed})`,
  async () => {
    const { page, trouble } = await site.open('')
    await keepWorkers(page)
    const chance = random(seed).split('soak')
    const reader = createReader(page, widgets, chance)
    const client = await page.context().newCDPSession(page)
    const heap = async () => {
      await client.send('HeapProfiler.collectGarbage')
      return (await client.send('Runtime.getHeapUsage')).usedSize / 1e6
    }
    const end = performance.now() + minutes * 60_000
    const log: string[] = []
    let done = 0
    while (performance.now() < end && done < mostActions) {
      await page.goto(site.url)
      await page.goto(site.url + chapter)
      await calm(page)
      const before = { tensors: await level(page, () => tensors(page)), heap: await heap() }
      for (let i = 0; i < actionsPerVisit && performance.now() < end && done < mostActions; i++, done++) {
        log.push(await reader.act())
        await page.waitForTimeout(chance.integer(400))
      }
      try {
        await calm(page)
        const after = { tensors: await level(page, () => tensors(page)), heap: await heap() }
        console.log(
          `${done} actions: heap ${before.heap.toFixed(1)} -> ${after.heap.toFixed(1)} MB, tensors ${before.tensors} -> ${after.tensors}`,
        )
        expect(after.tensors).toBeLessThanOrEqual(before.tensors)
        expect(after.heap).toBeLessThan(before.heap + 8)
        // None is stuck: each still runs when it is asked to.
        for (const widget of widgets) {
          const figure = await figureOf(page, widget)
          await press(figure, 'Run')
          await waitForState(figure, 'running', 'done')
          expect(await state(figure)).not.toBe('failed')
          await press(figure, 'Reset')
        }
        expect(trouble).toEqual([])
      } catch (error) {
        console.log(`The last actions: ${log.slice(-actionsPerVisit).join(', ')}.`)
        throw error
      }
    }
    expect(done).toBeGreaterThan(20)
  },
  (minutes + 4) * 60_000,
)
