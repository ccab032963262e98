/** What is lost in mid-lecture, a figure, the worker, the network, and how the lecture goes on. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { waitForState } from './figure.ts'
import { useSite } from './site.ts'
import { lecture, options, place, shown, stand } from './slides.ts'

const site = useSite()

test('a figure that throws leaves the rest of the lecture standing, and can be tried again', async () => {
  const { page } = await site.open('')
  // The second slide asks for a plot that its figure does not have, until it is mended.
  await page.addInitScript(() => {
    const { parse } = JSON
    JSON.parse = (...given: Parameters<typeof parse>): unknown => {
      const value = parse(...given) as { slides?: { metrics?: string[] }[] } | null
      const slide = value?.slides?.[1]
      if (slide?.metrics) {
        const { metrics } = slide
        slide.metrics = ['nothing']
        Object.assign(globalThis, { mend: () => (slide.metrics = metrics) })
      }
      return value
    }
  })
  await page.goto(`${site.url}${lecture('initialization')}#fig-clones`)
  const trouble = page.locator('.slide-host[data-shown]').getByRole('alert')
  await trouble.waitFor()
  expect(await trouble.innerText()).toMatch(
    /^This figure cannot be shown: The slide of “clones” shows the plot of “nothing”; .* The rest of the lecture goes on\./,
  )
  await page.keyboard.press('n')
  await options(page).first().waitFor()
  expect(await place(page)).toBe('Figure 3 of 6')
  await page.keyboard.press('Shift+N')
  await trouble.waitFor()
  await page.evaluate(() => (Reflect.get(globalThis, 'mend') as () => void)())
  await trouble.getByRole('button', { name: 'Try again' }).click()
  await options(page).first().waitFor()
  expect(await place(page)).toBe('Figure 2 of 6')
})

const epoch = async (page: Page) =>
  Number(await shown(page).getByRole('slider').getAttribute('aria-valuenow'))

/** The figure of three sizes as published, running, with a hold on its workers. */
async function running() {
  const { page } = await site.open('')
  await page.addInitScript(() => {
    const made: Worker[] = []
    const Original = globalThis.Worker
    Object.assign(globalThis, {
      made,
      Worker: class extends Original {
        constructor(...given: ConstructorParameters<typeof Original>) {
          if (Reflect.get(globalThis, 'noWorkers')) throw new Error('There is no worker any more.')
          super(...given)
          made.push(this)
        }
      },
    })
  })
  // Two seeds: on a machine that is slow the recording would come by itself otherwise.
  await page.goto(`${site.url}${lecture('initialization')}?three-sizes=v%3D1%26seeds%3D0%2C1#fig-sizes`)
  await options(page).first().waitFor()
  await page.keyboard.press('Space')
  await waitForState(shown(page), 'running')
  await expect.poll(() => epoch(page), { timeout: 60_000 }).toBeGreaterThan(2)
  return page
}
const kill = (page: Page) =>
  page.evaluate(() => {
    for (const worker of Reflect.get(globalThis, 'made') as Worker[]) worker.terminate()
  })

test('the worker dies: the run goes on, live or as a recording, from where it was, and says so', async () => {
  const page = await running()
  const before = await epoch(page)
  await kill(page)
  const notice = page.locator('.slide-notice')
  await expect.poll(() => notice.innerText(), { timeout: 30_000 }).toMatch(/went on with|recording/)
  expect(await epoch(page)).toBeGreaterThanOrEqual(before)
  await waitForState(shown(page), 'done')
})

test('the worker dies and none comes back: the recording takes over', async () => {
  const page = await running()
  const before = await epoch(page)
  await page.evaluate(() => Object.assign(globalThis, { noWorkers: true }))
  await kill(page)
  await page.locator('.slide-host[data-shown] figure[data-recording]').waitFor()
  expect(await epoch(page)).toBeGreaterThanOrEqual(before)
  await expect
    .poll(() => page.locator('.slide-notice').innerText())
    .toBe('Training stopped here. This is the recording of the figure.')
  await waitForState(shown(page), 'done')
})

test('the network dies: every slide can still be shown and run', async () => {
  const { page } = await site.open(lecture('activations'), { serviceWorkers: 'block' })
  await stand(page)
  // What is fetched ahead is there when the last recording and the last figure's code are.
  const missing = () =>
    page.evaluate(() => {
      const deck = document.querySelector<HTMLElement>('[data-lecture]')!.dataset['lecture']!
      const { slides } = JSON.parse(deck) as { slides: { widget: string }[] }
      const files = performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)!)
      const recordings = files.filter((file) => /^published-.*\.json$/.test(file)).length
      return [
        ...slides
          .map(({ widget }) => widget)
          .filter((name) => !files.some((file) => file.startsWith(`${name}-`))),
        ...Array.from({ length: Math.max(0, slides.length - recordings) }, () => 'recording'),
      ]
    })
  await expect.poll(missing, { timeout: 60_000 }).toEqual([])
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  for (let i = 1; i <= 5; i++) {
    await stand(page)
    expect(await place(page)).toBe(`Figure ${i} of 5`)
    await page.keyboard.press('s')
    await shown(page).waitFor()
    await page.keyboard.press('r')
    await waitForState(shown(page), 'done')
    await page.keyboard.press('n')
  }
})
