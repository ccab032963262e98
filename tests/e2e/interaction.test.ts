/** Guess, run, look back, change a setting, solve an exercise: by mouse and by keyboard alone. */
import { expect, test } from 'vitest'
import { figureOf, pictures, press, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/activations/'

test('a guess is locked in by keyboard, stays in view, and is judged', async () => {
  const { page } = await site.open(chapter)
  const figure = await figureOf(page, 'born-dead')
  await figure.getByRole('radio', { name: /Most/ }).focus()
  await page.keyboard.press('Space')
  await figure.getByRole('button', { name: 'Lock in and start' }).focus()
  await page.keyboard.press('Enter')
  await waitForState(figure, 'done')
  expect(await figure.locator('.you').innerText()).toBe('Most')
  expect(await figure.locator('.state-line').innerText()).toContain('You were right.')
  expect(await figure.getByRole('radio').count()).toBe(0)
})

test('the epoch line moves by keyboard and every panel follows', async () => {
  const { page } = await site.open(chapter)
  const figure = await figureOf(page, 'born-dead')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  const end = await pictures(figure)
  const line = figure.getByRole('slider', { name: 'depth line' })
  await line.focus()
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowLeft')
  await expect.poll(() => line.getAttribute('aria-valuetext')).toBe('depth 2 of 10')
  await expect.poll(async () => (await pictures(figure)).join() !== end.join()).toBe(true)
  await page.keyboard.press('t')
  const table = figure.getByRole('table')
  await table.waitFor()
  expect(await table.locator('tbody tr').count()).toBe(5)
  await line.focus()
  await page.keyboard.press('End')
  await expect.poll(() => line.getAttribute('aria-valuetext')).toBe('depth 10 of 10')
})

test('dragging on the plot moves the epoch line', async () => {
  const { page } = await site.open(chapter)
  const figure = await figureOf(page, 'born-dead')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  await figure.locator('.plot-box').first().scrollIntoViewIfNeeded()
  const plot = await figure.locator('.plot-box').first().boundingBox()
  if (!plot) throw new Error('The figure has no plot.')
  await page.mouse.move(plot.x + plot.width * 0.6, plot.y + plot.height * 0.5)
  await page.mouse.down()
  await page.mouse.move(plot.x + plot.width * 0.3, plot.y + plot.height * 0.5, { steps: 4 })
  await page.mouse.up()
  const line = figure.getByRole('slider', { name: 'depth line' })
  await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBeLessThan(6)
})

test('an exercise is solved by the figure that it asks about', async () => {
  const { page, trouble } = await site.open(chapter)
  const exercise = page.locator('[data-check-figure="born-dead"]')
  const figure = await figureOf(page, 'born-dead')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  expect(await exercise.getByRole('status').textContent()).not.toMatch(/solved/i)
  await figure.getByRole('button', { name: 'Settings' }).click()
  await figure.getByRole('button', { name: 'With a leak' }).click()
  await press(figure, 'Run')
  await waitForState(figure, 'running', 'done')
  await waitForState(figure, 'done')
  await expect.poll(() => exercise.getByRole('status').textContent()).toMatch(/solved/i)
  expect(trouble).toEqual([])
})

test('a part whose code is on its way is called back by a second press, and comes with a third', async () => {
  const { page } = await site.open(chapter)
  const figure = await figureOf(page, 'born-dead')
  let asked = () => {}
  let arrive = () => {}
  const isAsked = new Promise<void>((resolve) => (asked = resolve))
  const mayArrive = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/assets/DataTable-*.js', async (route) => {
    asked()
    await mayArrive
    await route.continue()
  })
  const table = figure.getByRole('table')
  await figure.getByRole('button', { name: 'Run', exact: true }).focus()
  await page.keyboard.press('t')
  await isAsked
  await page.keyboard.press('t')
  const arrived = page.waitForResponse('**/assets/DataTable-*.js')
  arrive()
  const code = (await arrived).url()
  // As words: what runs these tests would write another import.
  await page.evaluate(`import(${JSON.stringify(code)}).then(() => null)`)
  expect(await table.count()).toBe(0)
  await page.keyboard.press('t')
  await table.waitFor()
  expect(await table.count()).toBe(1)
})

test('two presses at once are two, though nothing is drawn between them', async () => {
  const { page } = await site.open(chapter)
  const figure = await figureOf(page, 'born-dead')
  const run = figure.getByRole('button', { name: 'Run', exact: true })
  const table = figure.getByRole('table')
  await run.focus()
  const presses = (times: number) =>
    run.evaluate(async (button, count) => {
      const key = { key: 't', bubbles: true }
      for (let i = 0; i < count; i++) button.dispatchEvent(new KeyboardEvent('keydown', key))
      for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame)
    }, times)
  await presses(1)
  await table.waitFor()
  await presses(2)
  await expect.poll(() => table.count()).toBe(1)
  await presses(1)
  await table.waitFor({ state: 'detached' })
})
