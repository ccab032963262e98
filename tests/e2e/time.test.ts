/** Time is the reader's: look back, go another way, change on the way, and share a moment. */
import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { allLaidOut, figureOf, pictures, press, state, waitForState } from './figure.ts'
import { useSite } from './site.ts'
import { standing } from './workers.ts'

const site = useSite()
const chapter = 'en/activations/'
/** Ten epochs of small networks: 80 steps. */
const short = `${chapter}?one-bend=${encodeURIComponent('v=1&units=6&epochs=10&seeds=0,1,2')}`
/** Long enough to change something on the way. */
const long = `${chapter}?one-bend=${encodeURIComponent('v=1&units=6&epochs=60&seeds=0,1,2')}`

const line = (figure: Locator) => figure.getByRole('slider', { name: 'epoch line' })
const epoch = async (figure: Locator) => Number(await line(figure).getAttribute('aria-valuenow'))
const settings = (figure: Locator) => figure.getByRole('button', { name: 'Settings' }).click()
const words = (figure: Locator) => figure.locator('.state-line').innerText()
const labels = (figure: Locator) =>
  figure
    .locator('.plot-box')
    .evaluateAll((plots) => plots.map((plot) => plot.getAttribute('aria-label') ?? ''))
/** How many lines of a kind are drawn, over all plots. */
const drawn = (figure: Locator, kind: 'ghost' | 'before') =>
  figure
    .locator(`.stream .line.${kind}`)
    .evaluateAll((paths) => paths.filter((path) => (path.getAttribute('d') ?? '') !== '').length)

/** One in each plot. */
const marks = '.mark-on-clock[display="inline"]'

async function finished(page: Page): Promise<Locator> {
  const figure = await figureOf(page, 'one-bend')
  await figure.getByLabel('Speed').selectOption('all')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  return figure
}

async function drag(figure: Locator, to: number) {
  const plot = figure.locator('.plot-box').first()
  await plot.scrollIntoViewIfNeeded()
  const box = await plot.boundingBox()
  if (!box) throw new Error('The figure has no plot.')
  const { mouse } = figure.page()
  await mouse.move(box.x + box.width * 0.6, box.y + box.height / 2)
  await mouse.down()
  await mouse.move(box.x + box.width * to, box.y + box.height / 2, { steps: 4 })
  await mouse.up()
  // The flag is drawn with the line; words follow within a fifteenth of a second, or later where the machine is busy.
  const flag = await figure.locator('.flag-text:not(:empty)').first().textContent()
  await expect.poll(async () => `epoch ${await epoch(figure)}`).toBe(flag)
}

/** Moves the learning rate by keys, which count once they rest. */
async function turn(figure: Locator, key: 'ArrowLeft' | 'ArrowRight', times: number) {
  await figure.getByRole('slider', { name: 'Learning rate' }).focus()
  for (let i = 0; i < times; i++) await figure.page().keyboard.press(key)
}

test('back in time, by mouse and by keyboard, every plot and panel shows that moment and the future is a ghost', async () => {
  const { page, trouble } = await site.open(short)
  const figure = await finished(page)
  expect(await drawn(figure, 'ghost')).toBe(0)
  const [end, said] = [await pictures(figure), await labels(figure)]
  await drag(figure, 0.35)
  const back = await epoch(figure)
  expect(back).toBeLessThan(6)
  expect(await drawn(figure, 'ghost')).toBe(2 * 3)
  await expect.poll(() => words(figure)).toContain(`Done, showing epoch ${back} of 10`)
  await expect.poll(async () => (await pictures(figure)).filter((each, i) => each === end[i])).toEqual([])
  expect((await labels(figure)).filter((label, i) => label === said[i])).toEqual([])
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => epoch(figure)).toBe(back - 1)
  await page.keyboard.press('End')
  await expect.poll(() => drawn(figure, 'ghost')).toBe(0)
  await expect.poll(() => pictures(figure)).toEqual(end)
  expect(trouble).toEqual([])
})

test('gone on from a past moment with nothing changed, a run comes out the same', async () => {
  const { page, trouble } = await site.open(short)
  const figure = await finished(page)
  const end = await labels(figure)
  await drag(figure, 0.35)
  const fork = figure.getByRole('button', { name: `Go on from epoch ${await epoch(figure)}` })
  await fork.click()
  await waitForState(figure, 'done')
  await expect.poll(async () => (await labels(figure)).map((label) => label.split('. ')[0])).toEqual(end)
  const [now, , before] = (await labels(figure))[0]!.split('. ')
  expect(before?.replace('Before the fork', '')).toBe(now?.replace('Training loss at epoch 10', ''))
  expect(await fork.count()).toBe(0)
  expect(trouble).toEqual([])
})

test('a fork with another rate leaves what was before beside it, until it is removed', async () => {
  const { page, trouble } = await site.open(short)
  const figure = await finished(page)
  await drag(figure, 0.35)
  const at = await epoch(figure)
  await settings(figure)
  const drawer = figure.getByRole('region', { name: 'Settings' })
  expect(await drawer.innerText()).toContain(`A change goes on from epoch ${at}.`)
  await turn(figure, 'ArrowLeft', 8)
  await expect.poll(() => drawn(figure, 'before')).toBe(2 * 3)
  await waitForState(figure, 'done')
  // However often the key was pressed, it is one change.
  await expect
    .poll(async () => (await labels(figure))[0])
    .toMatch(new RegExp(`Forked, learning rate from 0\\.01 to [.0-9]+ at epoch ${at}\\. Before the fork: `))
  expect(await figure.locator(marks).count()).toBe(2)
  expect(await figure.locator('.before-key').innerText()).toContain(`before the fork at epoch ${at}`)
  await figure.getByRole('button', { name: 'Remove the lines from before the fork' }).click()
  await expect.poll(() => drawn(figure, 'before')).toBe(0)
  expect(await state(figure)).toBe('done')
  await press(figure, 'Reset')
  await expect.poll(() => figure.locator(marks).count()).toBe(0)
  expect(trouble).toEqual([])
})

test('a live field takes effect while running, with a mark; the link to that moment opens there, with the same numbers', async () => {
  const { page, trouble } = await site.open(long)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const figure = await figureOf(page, 'one-bend')
  await settings(figure)
  await press(figure, 'Run')
  await waitForState(figure, 'running')
  await expect.poll(() => epoch(figure), { timeout: 30_000 }).toBeGreaterThan(2)
  await turn(figure, 'ArrowRight', 5)
  await figure.locator('.mark-on-clock').first().waitFor({ state: 'attached' })
  expect(await state(figure)).toBe('running')
  await expect.poll(() => epoch(figure), { timeout: 30_000 }).toBeGreaterThan(25)
  await press(figure, 'Pause')
  // A link to a moment that is not the last yet would open at another.
  await standing(figure)
  const [label] = await labels(figure)
  expect(label).toMatch(/Learning rate from 0\.01 to 0\.0[.0-9]+ at epoch/)
  await expect.poll(() => figure.locator('.mark-words').first().textContent()).toMatch(/0\.0/)

  await figure.getByRole('button', { name: 'More', exact: true }).click()
  await figure.getByRole('button', { name: 'Copy link to this moment' }).click()
  await figure.getByText('Link copied').waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(decodeURIComponent(link)).toMatch(/v=2&.*&change=\d+:learningRate:[.0-9]+&at=\d+/)
  expect(decodeURIComponent(link)).not.toContain('backend')

  const { page: other, trouble: otherTrouble } = await site.open(link.slice(site.url.length))
  const same = await figureOf(other, 'one-bend')
  await waitForState(same, 'paused')
  await expect.poll(() => words(same)).toBe(await words(figure))
  await expect.poll(() => labels(same)).toEqual(await labels(figure))
  await expect.poll(() => pictures(same)).toEqual(await pictures(figure))
  expect([...trouble, ...otherTrouble]).toEqual([])
})

test('a moment that is opened out of view is there when the reader is', async () => {
  const at = encodeURIComponent('v=2&steps=100&seeds=0&at=40')
  const { page, trouble } = await site.open(`${chapter}?kill-a-relu=${at}`)
  const figure = page.locator('figure[data-figure="kill-a-relu"]')
  await allLaidOut(page)
  // Near enough to be loaded, too far to be seen.
  await figure.evaluate((element) =>
    window.scrollTo(0, scrollY + element.getBoundingClientRect().top - innerHeight - 400),
  )
  await page.locator('[data-island="widgets/kill-a-relu"][data-hydrated]').waitFor()
  await waitForState(figure, 'loading', 'running', 'paused')
  await page.waitForTimeout(1000)
  await figure.scrollIntoViewIfNeeded()
  await expect.poll(() => words(figure), { timeout: 60_000 }).toBe('Paused at epoch 1.28')
  expect(trouble).toEqual([])
})

test('a strip appears without moving the figure', async () => {
  const hot = encodeURIComponent('v=1&highRate=5&steps=100&seeds=0')
  const { page } = await site.open(`${chapter}?kill-a-relu=${hot}`)
  const figure = await figureOf(page, 'kill-a-relu')
  const top = () =>
    figure
      .locator('.plot')
      .first()
      .evaluate((plot) => Math.round(plot.getBoundingClientRect().top + scrollY))
  const before = await top()
  expect(await figure.locator('.strip').count()).toBe(0)
  await press(figure, 'Run')
  await figure.locator('.strip-bad').first().waitFor()
  expect(await top()).toBe(before)
  const [strip, prose] = await figure.evaluate((element) => {
    const above = element.closest('.island')!.previousElementSibling!.getBoundingClientRect()
    return [element.querySelector('.strip')!.getBoundingClientRect().top, above.bottom]
  })
  expect(strip).toBeGreaterThanOrEqual(prose)
})
