/** What can go wrong at a reader's desk: bad links, no WebGL, a worker that fails. */
import { expect, test } from 'vitest'
import { figureOf, press, state, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const chapter = 'en/activations/'
const site = useSite()

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
