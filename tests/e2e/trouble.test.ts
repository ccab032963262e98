/** What can go wrong at a reader's desk: bad links, no WebGL, a worker that fails. */
import type { Page, Route } from 'playwright'
import { expect, test } from 'vitest'
import { figureOf, press, state, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const chapter = 'en/activations/'
const site = useSite()

/** The script that is named after a module. */
const chunk = (name: string) => `**/assets/${name}-*.js`

/** From here on such a script does not arrive, until the function that is returned is called. */
async function lose(page: Page, name: string) {
  const abort = (route: Route) => route.abort()
  await page.route(chunk(name), abort)
  return () => page.unroute(chunk(name), abort)
}

test('without WebGL a figure trains on wasm or cpu and the badge says so', async () => {
  const { page, trouble } = await site.open(chapter)
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'running', 'done')
  expect(['wasm', 'cpu']).toContain(await figure.getAttribute('data-backend'))
  expect(trouble).toEqual([])
})

test('a hand-edited link opens with the nearest valid values and says which it corrected', async () => {
  const { page, trouble } = await site.open(
    `${chapter}?one-bend=v%3D1%26learningRate%3D1e9%26hidden%3Dmany%26colour%3Dred`,
  )
  const figure = await figureOf(page, 'one-bend')
  const strip = figure.locator('.strip').first()
  await strip.waitFor()
  const words = await strip.innerText()
  expect(words).toMatch(/Learning rate/)
  expect(words).toMatch(/colour/)
  await press(figure, 'Run')
  await waitForState(figure, 'running', 'done')
  expect(trouble).toEqual([])
})

test('a worker that fails to load leaves a sentence and a button that starts again', async () => {
  const { page } = await site.open('')
  await page.route('**/*worker*.js', (route) => route.abort())
  await page.goto(site.url + chapter)
  const figure = await figureOf(page, 'one-bend')
  await press(figure, 'Run')
  await waitForState(figure, 'failed')
  const again = figure.getByRole('button', { name: /start again/i })
  await again.waitFor()
  await page.unroute('**/*worker*.js')
  await again.click()
  await waitForState(figure, 'running', 'done')
  expect(await state(figure)).not.toBe('failed')
})

test('settings, data table and drawing pad that do not arrive leave a sentence; the run goes on, and pressing again brings them', async () => {
  const { page, trouble } = await site.open(chapter)
  const figure = await figureOf(page, 'kill-a-relu')
  await press(figure, 'Run')
  await waitForState(figure, 'running')
  const handle = figure.getByRole('slider', { name: / line$/ }).first()
  const parts = [
    {
      script: 'SettingsDrawer',
      open: () => figure.getByRole('button', { name: 'Settings', exact: true }).click(),
      sorry: 'The settings could not be loaded. Press Settings to try again.',
      there: figure.getByRole('region', { name: 'Settings' }),
    },
    {
      script: 'DataTable',
      open: () => handle.press('t'),
      sorry: 'The data table could not be loaded. Choose “Show data table” to try again.',
      there: figure.getByRole('table'),
    },
    {
      script: 'DrawingPad',
      open: () => figure.getByRole('button', { name: /^Your own digits/ }).click(),
      sorry: 'The drawing pad could not be loaded. Press “Your own digits” to try again.',
      there: figure.getByRole('application', { name: 'Drawing pad' }),
    },
  ]
  for (const { script, open, sorry, there } of parts) {
    const find = await lose(page, script)
    const alert = figure.getByRole('alert').filter({ hasText: sorry })
    await open()
    await alert.waitFor()
    expect(await there.count()).toBe(0)
    expect(['running', 'done']).toContain(await state(figure))
    await find()
    await open()
    await there.waitFor()
    expect(await alert.count()).toBe(0)
  }
  // Nothing is on the console but the scripts that were lost.
  expect(trouble.filter((words) => !words.includes('net::ERR_FAILED'))).toEqual([])
  expect(trouble.length).toBeLessThanOrEqual(parts.length)
  await waitForState(figure, 'done')
})

test('while the data table is on its way, the settings and the focus stay where they are', async () => {
  // On one backend: how fast each is, measured ahead, would be told in the settings meanwhile.
  const { page, trouble } = await site.open(`${chapter}?one-bend=v%3D1%26backend%3Dwasm`)
  let arrive = () => {}
  const held = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(chunk('DataTable'), async (route) => {
    await held
    await route.continue()
  })
  const figure = await figureOf(page, 'one-bend')
  await figure.getByRole('button', { name: 'Settings', exact: true }).click()
  const drawer = figure.getByRole('region', { name: 'Settings' })
  const preset = drawer.getByRole('button').first()
  await preset.focus()
  const asked = page.waitForRequest(chunk('DataTable'))
  /** In the figure: the page may scroll. */
  const where = () => drawer.evaluate(({ offsetTop, offsetHeight }: HTMLElement) => [offsetTop, offsetHeight])
  const before = await where()
  await page.keyboard.press('t')
  await asked
  expect(await where()).toEqual(before)
  arrive()
  await figure.getByRole('table').waitFor()
  expect(await where()).toEqual(before)
  expect(await preset.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(trouble).toEqual([])
})

test('what speaks of runs is asked for again when it did not arrive: an exercise is still solved', async () => {
  const { page } = await site.open(chapter)
  const find = await lose(page, 'begun')
  const exercise = page.locator('[data-check-figure="born-dead"]')
  const figure = await figureOf(page, 'born-dead')
  await press(figure, 'Run')
  await waitForState(figure, 'done')
  await figure.getByRole('button', { name: 'Settings', exact: true }).click()
  await figure.getByRole('button', { name: 'With a leak' }).click()
  await find()
  await press(figure, 'Run')
  await expect.poll(() => exercise.getByRole('status').textContent(), { timeout: 90_000 }).toMatch(/solved/i)
  expect(await figure.getByRole('alert').count()).toBe(0)
})

test('our own kernels can be switched off by the address, and the same is learned', async () => {
  const settings = 'one-bend=v%3D1%26backend%3Dwasm%26seeds%3D0%26epochs%3D10'
  const learned = async (address: string) => {
    const { page, trouble } = await site.open(address)
    const figure = await figureOf(page, 'one-bend')
    await press(figure, 'Run')
    await waitForState(figure, 'done')
    expect(trouble).toEqual([])
    const name = await page.workers()[0]?.evaluate(() => self.name)
    return {
      name,
      words: await figure.getByRole('img', { name: /^Training loss/i }).getAttribute('aria-label'),
    }
  }
  const [on, off] = [
    await learned(`${chapter}?${settings}`),
    await learned(`${chapter}?simd=off&${settings}`),
  ]
  expect([on.name, off.name]).toEqual(['lab', 'lab, without SIMD kernels'])
  expect(off.words).toBe(on.words)
})
