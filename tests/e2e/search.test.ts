/** Search, as a reader uses it: by keyboard and pointer, and without a network. */
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { axe } from './axe.ts'
import { useSite } from './site.ts'

const site = useSite()
const chapter = 'en/initialization/'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search the book' })
const field = (page: Page) => dialog(page).getByRole('searchbox')
const results = (page: Page) => dialog(page).locator('.results a')
const status = (page: Page) => dialog(page).getByRole('status')

/** Opens search with the key and asks; the answer is there when a count is said. */
async function ask(page: Page, question: string): Promise<void> {
  if (!(await dialog(page).isVisible())) await page.keyboard.press('/')
  await field(page).fill('')
  await expect.poll(() => status(page).textContent()).toBe('')
  await field(page).fill(question)
  await expect.poll(() => status(page).textContent()).not.toBe('')
}

/** The words that are painted as found; they are in no element of their own. */
const painted = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('found') ?? [])].map((range) => (range as Range).toString().toLowerCase()),
  )

test('opens with /, by arrows and Enter leads to the section with its words marked, and leaves no trace', async () => {
  const { page, trouble } = await site.open(chapter)
  await ask(page, 'gain of one layer')
  expect(await status(page).textContent()).toMatch(/^\d+ results$/)
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('The gain of one layer')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/${chapter}#the-gain-of-one-layer`)
  expect(await dialog(page).isVisible()).toBe(false)
  await expect
    .poll(() => page.locator('#the-gain-of-one-layer').evaluate((head) => head.getBoundingClientRect().top), {
      timeout: 10_000,
    })
    .toBeLessThan(300)
  expect(new Set(await painted(page))).toContain('gain')
  expect(await page.locator('main mark').count()).toBe(0)
  // Other keys leave the paint, and Escape takes it away after them.
  await page.keyboard.press('Shift')
  expect(new Set(await painted(page))).toContain('gain')
  await page.keyboard.press('Escape')
  expect(await painted(page)).toEqual([])
  expect(trouble).toEqual([])
})

test('leads into another chapter, to a figure or an exercise, and cleans the address', async () => {
  const { page } = await site.open(chapter)
  await ask(page, 'hessian bowl')
  await results(page).filter({ hasText: '3 Normalization' }).first().click()
  await page.waitForURL(/\/en\/normalization\/#/)
  await expect.poll(() => painted(page)).toContain('hessian')
  expect(new URL(page.url()).search).toBe('')
  await ask(page, 'thirty layers three sizes')
  await results(page).filter({ hasText: 'Figure 2.5' }).click()
  await page.waitForURL(`**/${chapter}#fig-thirty`)
  await ask(page, 'give xavier time')
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/${chapter}#ex-longer`)
})

test.each([
  ['xaviar', 'Xavier weights', /2 Initialization/],
  ['normalisation', 'normalization', /3 Normalization/],
  ['기울기', 'gradient', /1 Activations/],
  ['BN', 'batch normalization', /3 Normalization/],
])('%s finds the term %s and where the book speaks of it', async (question, term, page2) => {
  const { page } = await site.open(chapter)
  await ask(page, question)
  expect(await results(page).first().textContent()).toContain(term)
  expect((await results(page).allTextContents()).join(' ')).toMatch(page2)
})

test('says what one may type, that nothing is found, offers a word, and keeps what was asked', async () => {
  const { page } = await site.open(chapter)
  await page.keyboard.press('/')
  await dialog(page).getByText('Terms are found in Korean, too').waitFor()
  await ask(page, 'zzyzx')
  expect(await status(page).textContent()).toBe('Nothing found for “zzyzx”.')
  await ask(page, 'smetry')
  await dialog(page).getByRole('button', { name: 'symmetry' }).click()
  await results(page).first().waitFor()
  await page.keyboard.press('Escape')
  expect(await dialog(page).isVisible()).toBe(false)
  await page.keyboard.press('/')
  expect(await field(page).inputValue()).toBe('symmetry')
  expect(await results(page).count()).toBeGreaterThan(2)
  // A key that follows at once, before the browser has moved the focus out of what it has closed.
  await dialog(page).evaluate((element) => {
    element.querySelector<HTMLElement>('[data-close]')!.click()
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))
  })
  await field(page).waitFor()
})

test('by the button, to which the focus returns; / is a letter where one writes', async () => {
  const { page } = await site.open('en/glossary/')
  const button = page.getByRole('button', { name: 'Search', exact: true })
  await button.click()
  await field(page).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.getByLabel('Show terms with').focus()
  await page.keyboard.type('a/b')
  expect(await page.getByLabel('Show terms with').inputValue()).toBe('a/b')
  expect(await dialog(page).isVisible()).toBe(false)
})

test('an index that cannot be loaded is said, and fetched when tried again', async () => {
  const { page } = await site.open(chapter)
  await page.route('**/assets/search-*.json', (route) => route.abort())
  // It is fetched when the dialog opens, so this may be said before anything is asked.
  await page.keyboard.press('/')
  await field(page).fill('gain')
  await expect.poll(() => status(page).textContent()).toContain('The index of the book could not be loaded.')
  await page.unroute('**/assets/search-*.json')
  await dialog(page).getByRole('button', { name: 'Try again' }).click()
  await results(page).first().waitFor()
})

test('an address with an anchor that stands for nothing is a page like any other', async () => {
  const { page, trouble } = await site.open(`${chapter}?find=gain#%`)
  await expect.poll(() => new URL(page.url()).search).toBe('')
  await ask(page, 'gain of one layer')
  expect(trouble).toEqual([])
})

test('works without a network after one visit', async () => {
  const { page } = await site.open(chapter, { serviceWorkers: 'allow' })
  /** The index, this page, and another chapter: pages are saved after what they need. */
  const kept = () =>
    page.evaluate(async () => {
      const file = document.querySelector<HTMLMetaElement>('meta[name=search]')?.content ?? ''
      const wanted = [file, '', '../normalization/'].map((path) => new URL(path, location.href))
      const found = await Promise.all(wanted.map((address) => caches.match(address, { ignoreVary: true })))
      return found.every(Boolean) && navigator.serviceWorker.controller !== null
    })
  await expect.poll(kept, { timeout: 120_000, interval: 200 }).toBe(true)
  await page.context().setOffline(true)
  await page.reload()
  await ask(page, 'dead relu')
  expect(await results(page).first().textContent()).toContain('dead unit')
})

test('an answer is there without waiting for a timer or a frame, and how long it took is printed', async () => {
  const { page } = await site.open(chapter)
  await ask(page, 'gradient')
  const times = await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#search-words')!
    const list = document.querySelector('#search-results')!
    const once = async (question: string) => {
      list.replaceChildren()
      input.value = question
      const start = performance.now()
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      while (!list.firstChild) await Promise.resolve()
      return performance.now() - start
    }
    return (async () => {
      const all: number[] = []
      for (const question of [
        'normalisation',
        'vanishing gradient',
        'xaviar',
        'dead relu',
        '기울기',
        'loss',
        'batch of two',
        'initialize',
      ])
        all.push(await once(question))
      return all.sort((a, b) => a - b)
    })()
  })
  console.log(
    `a query with its list: median ${times[4]!.toFixed(1)} ms, slowest ${times.at(-1)!.toFixed(1)} ms`,
  )
  expect(times).toHaveLength(8)
})

test.each([
  ['light', 1440],
  ['dark', 390],
] as const)('axe finds nothing in the dialog, whatever it shows: %s, %i px', async (colorScheme, width) => {
  const { page } = await site.open('en/glossary/', { colorScheme, viewport: { width, height: 900 } })
  await page.keyboard.press('/')
  await field(page).waitFor()
  expect(await axe(page)).toEqual([])
  await ask(page, 'gradient')
  expect(await axe(page)).toEqual([])
  await ask(page, 'zzyzx')
  await expect.poll(() => status(page).textContent()).toContain('Nothing found')
  expect(await axe(page)).toEqual([])
})
