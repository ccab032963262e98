/** A figure in each of its states, without training: its recording is played to fixed steps. */
import type { Page } from 'playwright'
import type { Run } from '../../../src/lab/runState.ts'
import type { Take } from './camera.ts'

/**
 * Plays `part` of all steps of the recording that the figure shows, from its start, and pauses there. The recording
 * looks at the clock to know how far it should be; the clock is set forward by just that much, and stays there: whoever
 * waits for a time that has passed would else wait for it again.
 */
export const playTo = (page: Page, widget: string, part: number) =>
  page.evaluate(
    async ([name, share]) => {
      const run = window.ready[name]!.shown() as Run
      const { speed, config } = run.getState()
      const steps = Math.ceil(run.setup.steps(config) * share)
      run.pause()
      run.reset()
      run.setSpeed(1000)
      const now = performance.now.bind(performance)
      let time = now()
      performance.now = () => time
      run.run()
      time += share === 1 ? 1e9 : steps + 0.5
      const there = () =>
        share === 1 ? run.getState().status === 'done' : run.getState().reach.step >= steps
      while (!there()) await new Promise((resolve) => setTimeout(resolve, 20))
      run.pause()
      run.setSpeed(speed)
      const ahead = time - now()
      performance.now = () => now() + ahead
      // Tells everybody at once what was told at most some times a second until here.
      run.seek(null)
    },
    [widget, part] as const,
  )

/** Brings the live figure `widget` into each of its states, and takes it there. */
export async function figureStates(page: Page, take: Take, widget: string): Promise<void> {
  const figure = `figure[data-figure="${widget}"]`
  await page.locator('[data-island][data-hydrated]').waitFor()
  await page.waitForFunction((name) => name in window.ready, widget)
  await take('idle')
  const options = page.locator(`${figure} .predict input[type=radio]`)
  if ((await options.count()) > 0) {
    const guess = await options.first().getAttribute('value')
    await page.evaluate(([name, option]) => window.ready[name]!.recall(option), [widget, guess] as const)
    await page.locator(`${figure}:not([data-asking])`).waitFor()
    await take('predicted')
  }
  await page.locator(`${figure} button[data-run]`).focus()
  await page.keyboard.press('p')
  await page.locator(`${figure}[data-recording]`).waitFor()
  await playTo(page, widget, 0.5)
  await page.locator(`${figure}[data-state=paused]`).waitFor()
  await take('paused')
  await playTo(page, widget, 1)
  await page.locator(`${figure}[data-state=done]`).waitFor()
  await take('done')
}
