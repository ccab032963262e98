/** What the book remembers of its reader: kept on the device, shown, moved, erased, and safe from whatever lies there. */
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright'
import { expect, test } from 'vitest'
import { about, empty, type ReaderRecord } from '../../src/site/reader/record.ts'
import { recordKey } from '../../src/site/reader/keys.ts'
import { preferencesKey } from '../../src/site/theme.ts'
import { figureOf, waitForState } from './figure.ts'
import { useSite } from './site.ts'

const site = useSite()
const activations = 'en/activations/'
const initialization = 'en/initialization/'
const yourReading = 'en/reader/'

const day = Date.UTC(2026, 10, 14)
const half = 'f'.repeat(12)
const section = { id: 'the-gain-of-one-layer', title: 'The gain of one layer' }
const guess = { option: 'he', label: 'He', right: true, at: day }
const record: ReaderRecord = {
  ...empty(day),
  chapters: {
    ...about('activations', 'Activations', { seen: 'f'.repeat(25), place: { at: day - 1 } }),
    ...about('initialization', 'Initialization', {
      seen: half,
      place: { section, at: day },
      figures: { 'thirty-layers': { title: 'Figure 2.5 Thirty layers', watched: day, guess } },
    }),
  },
}

/** A page of a browser in which these texts are stored, before any code of the book runs. */
const openWith = async (place: string, stored: Record<string, string>, options = {}) => {
  const opened = await site.open('icon.svg', options)
  await opened.page.evaluate((texts) => {
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text)
  }, stored)
  await opened.page.goto(site.url + place)
  // A picture alone has no icon in its head, so the browser has looked for one.
  opened.trouble.length = 0
  return opened
}
const withRecord = { [recordKey]: JSON.stringify(record) }

const another = async (context: BrowserContext, place: string): Promise<Page> => {
  const page = await context.newPage()
  await page.goto(site.url + place)
  return page
}

/** What is stored, once it is so. */
const storedSoon = (page: Page, has: string) =>
  page.waitForFunction(([key, text]) => localStorage.getItem(key!)?.includes(text!), [recordKey, has])

const tally = (page: Page) => page.locator('.contents [data-tally]')

test('contents and home page show what was read, and where to go on', async () => {
  const { page, trouble } = await openWith('', withRecord)
  await page.getByRole('link', { name: 'Continue: Initialization, The gain of one layer' }).click()
  await page.waitForURL(`**/${initialization}#${section.id}`)
  expect(await page.locator(`#${section.id}`).count()).toBe(1)
  await tally(page).getByText('1 of 6 figures watched.').waitFor()
  expect(await tally(page).innerText()).toContain('1 of 1 prediction right so far.')
  expect(await page.locator('.contents [data-progress="activations"]').innerText()).toBe('read')
  expect(await page.locator('.contents [data-progress="initialization"]').innerText()).toMatch(/^\d\d%$/)
  await page.goto(site.url)
  await page.locator('.chapter-list [data-progress="initialization"] b').waitFor()
  expect(await page.locator('.chapter-list [data-progress="initialization"]').innerText()).toMatch(
    /\d\d% read/,
  )
  expect(trouble).toEqual([])
})

test('what is read is noticed; what rushes by is not', async () => {
  const { page, trouble } = await site.open(initialization)
  expect(await page.evaluate((key) => localStorage.getItem(key), recordKey)).toBeNull()
  await page.locator(`#${section.id}`).scrollIntoViewIfNeeded()
  const share = page.locator('.contents [data-progress="initialization"]')
  await share.getByText('%').waitFor()
  await storedSoon(page, '"place"')
  expect(Number.parseInt(await share.innerText(), 10)).toBeLessThan(20)
  await page.goto(site.url)
  await page.getByRole('link', { name: /^Continue: Initialization/ }).waitFor()
  expect(trouble).toEqual([])
})

test('a prediction, a run and its answer come back after a reload', async () => {
  const { page, trouble } = await site.open(activations)
  const figure = await figureOf(page, 'one-bend')
  const option = figure.locator('.predict .option').first()
  await option.click()
  await figure.getByRole('button', { name: 'Lock in and start' }).click()
  await storedSoon(page, '"guess"')
  await waitForState(figure, 'done')
  await tally(page).getByText('figures watched.').waitFor()
  await page.reload()
  const again = await figureOf(page, 'one-bend')
  await again.locator('.state-line .you').waitFor()
  expect(await again.getAttribute('data-asking')).toBeNull()
  await tally(page)
    .getByText('predictions right so far.')
    .or(tally(page).getByText('prediction right so far.'))
    .waitFor()
  expect(trouble).toEqual([])
})

test('an answer in the reader’s own words, and a solved exercise, stand where they were', async () => {
  const solved = {
    title: 'Exercise 1.8 Rescue the sigmoid',
    solved: { words: 'Solved: 86% at epoch 12.', at: day },
  }
  const before = about('activations', 'Activations', { exercises: { 'ex-sigmoid-depth-six': solved } })
  const { page } = await openWith(activations, {
    [recordKey]: JSON.stringify({ ...empty(day), chapters: before }),
  })
  const status = page.locator('#ex-sigmoid-depth-six .exercise-status')
  await status.getByText('Solved: 86% at epoch 12. That was on 14 November 2026.').waitFor()
  const exercise = page.locator('#ex-xor')
  await exercise.getByText('Your answer').click()
  await exercise.getByRole('textbox').fill('Two units <b>and</b> a difference')
  await storedSoon(page, 'a difference')
  await page.reload()
  await exercise.getByText(/^Your answer, of/).click()
  expect(await exercise.getByRole('textbox').inputValue()).toBe('Two units <b>and</b> a difference')
  await page.goto(site.url + yourReading)
  await page.getByRole('listitem').getByText('Two units <b>and</b> a difference').waitFor()
})

test('two tabs do not overwrite one another, and see each other', async () => {
  const { page } = await openWith(activations, withRecord)
  const other = await another(page.context(), initialization)
  const write = async (tab: Page, id: string, text: string) => {
    const exercise = tab.locator(id)
    await exercise.getByText('Your answer').click()
    await exercise.getByRole('textbox').fill(text)
    await storedSoon(tab, text)
  }
  await write(page, '#ex-xor', 'from the first tab')
  await write(other, '#ex-spread', 'from the second tab')
  await write(page, '#ex-flat', 'from the first again')
  const list = await another(page.context(), yourReading)
  await list.getByText('from the first again').waitFor()
  expect(await list.getByText(/^from the (first|second)/).allInnerTexts()).toEqual([
    'from the first tab',
    'from the first again',
    'from the second tab',
  ])
  await write(other, '#ex-prior', 'while the list is open')
  await list.getByText('while the list is open').waitFor()
})

test.each([
  ['cut off', '{"version":1,"chapters":{"activ', 'cut off'],
  ['of a later edition', '{"version":9,"chapters":{}}', 'newer edition'],
  [
    'partly spoilt',
    '{"version":1,"since":1,"chapters":{"activations":{"title":"A","seen":"f"},"x":3}}',
    'The rest is kept',
  ],
])('a record that is %s is reported and set aside, and can be saved', async (_name, text, words) => {
  const { page, trouble } = await openWith(activations, { [recordKey]: text })
  const notice = page.locator('.notice')
  await notice.getByText(words).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Save it as a file' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toBe(text)
  await notice.getByRole('button', { name: 'Close' }).click()
  expect(await page.locator('h1').innerText()).toBe('Activations')
  await page.goto(site.url + yourReading)
  await page.getByText('was set aside').waitFor()
  expect(trouble).toEqual([])
})

const bring = (page: Page, name: string, text: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

test('a reading is saved in one browser and brought to another', async () => {
  const first = await openWith(yourReading, withRecord)
  const [download] = await Promise.all([
    first.page.waitForEvent('download'),
    first.page.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(file)).toMatchObject(record)

  const own = about('activations', 'Activations', {
    exercises: { 'ex-xor': { title: 'Exercise 1.1', answer: { text: 'mine', at: day } } },
  })
  const second = await openWith(yourReading, {
    [recordKey]: JSON.stringify({ ...empty(day), chapters: own }),
  })
  const { page } = second
  await page.getByText('mine').waitFor()
  await bring(page, 'reading.json', file)
  await page.getByText('reading.json knows of Activations, Initialization.').waitFor()
  await page.getByRole('button', { name: 'Add it to what is here' }).click()
  await page.getByText('The file was added').waitFor()
  expect(await page.getByText('mine').count()).toBe(1)
  await page.getByText('Figure 2.5 Thirty layers. You predicted He. You were right.').waitFor()
  await bring(page, 'reading.json', file)
  await page.getByRole('button', { name: 'Replace what is here' }).click()
  await page.getByText('The file has replaced').waitFor()
  expect(await page.getByText('mine').count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('mine').waitFor()
  await page.reload()
  await page.getByText('mine').waitFor()
  expect([...first.trouble, ...second.trouble]).toEqual([])
})

test.each([
  ['a picture', '\u0089PNG\r\n', 'is not JSON'],
  ['another JSON', '{"version":"1","chapters":[]}', 'no record of reading'],
  ['nothing', '', 'is not JSON'],
  ['a later edition’s', '{"version":2,"chapters":{}}', 'newer edition'],
])('%s in place of a record changes nothing, and is named', async (_name, text, words) => {
  const { page } = await openWith(yourReading, withRecord)
  const before = await page.evaluate((key) => localStorage.getItem(key), recordKey)
  await bring(page, 'strange.json', text)
  await page.getByText(/strange\.json .* Nothing was changed\./).waitFor()
  expect(await page.getByText(words).count()).toBe(1)
  expect(await page.evaluate((key) => localStorage.getItem(key), recordKey)).toBe(before)
})

test('everything is erased after one question, and comes back while the page is open', async () => {
  const { page, trouble } = await openWith(yourReading, {
    ...withRecord,
    [preferencesKey]: 'dark larger-text',
  })
  const keys = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('watch-it-learn:')))
  const before = await keys()
  await page.getByText('theme: dark; text size: larger').waitFor()
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByRole('button', { name: 'Keep it' }).click()
  expect(await keys()).toEqual(before)
  await page.getByRole('button', { name: 'Erase everything' }).click()
  await page.getByRole('group').getByRole('button', { name: 'Erase everything' }).click()
  await page.getByText('Everything is erased.').waitFor()
  expect(await keys()).toEqual([])
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light')
  await page.getByText('Nothing yet.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Figure 2.5 Thirty layers. You predicted').waitFor()
  expect((await keys()).sort()).toEqual(before.sort())
  expect(await page.evaluate(() => document.documentElement.dataset['text'])).toBe('larger')
  expect(trouble).toEqual([])
})

test('where the browser keeps nothing the book works, and says so', async () => {
  const { page, trouble } = await site.open(yourReading)
  await page.context().addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.goto(site.url + yourReading)
  await page.getByText('This browser keeps nothing for this site').waitFor()
  await page.goto(site.url + activations)
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('radio', { name: 'Dark' }).check()
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  await page.keyboard.press('Escape')
  const exercise = page.locator('#ex-xor')
  await exercise.getByText('Your answer').click()
  await exercise.getByRole('textbox').fill('kept for this page')
  await page.locator('.contents').getByText('This browser keeps nothing for this site').waitFor()
  expect(trouble).toEqual([])
})

test('preferences hold before the first paint, against the system, and in all tabs', async () => {
  const { page } = await openWith(
    activations,
    { [preferencesKey]: 'dark larger-text full-motion <svg> more-contrast' },
    {
      colorScheme: 'light',
      reducedMotion: 'reduce',
    },
  )
  await page.context().addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return
      Object.assign(globalThis, {
        atFirst: Object.fromEntries(Object.entries(document.documentElement.dataset)),
      })
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.reload()
  const wanted = { theme: 'dark', text: 'larger', motion: 'full', contrast: 'more', lines: '' }
  expect(await page.evaluate(() => (globalThis as never as { atFirst: object }).atFirst)).toEqual(wanted)
  const size = (tab: Page) =>
    tab
      .locator('.prose > p')
      .first()
      .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize))
  expect(await size(page)).toBeCloseTo(26.8)

  await page.getByRole('button', { name: 'Theme' }).focus()
  await page.keyboard.press('Enter')
  // From what is chosen to the option before it, with the keyboard alone.
  expect(await page.getByRole('radio', { name: 'Larger' }).isChecked()).toBe(true)
  await page.getByRole('radio', { name: 'Larger' }).focus()
  const other = await another(page.context(), activations)
  await page.bringToFront()
  await page.keyboard.press('ArrowLeft')
  expect(await size(page)).toBeCloseTo(23.2)
  await other.waitForFunction(() => document.documentElement.dataset['text'] === 'large')
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Theme')
})

test.each([
  ['light', 1440],
  ['dark', 320],
] as const)('axe finds nothing in your reading and in the menu: %s at %i px', async (colorScheme, width) => {
  const { page } = await openWith(yourReading, withRecord, { colorScheme, viewport: { width, height: 800 } })
  await page.getByText('You were last at').first().waitFor()
  await page.getByRole('button', { name: 'Erase everything' }).click()
  const found = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  expect(await found()).toEqual([])
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('radio', { name: 'More' }).check()
  expect(await found()).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  const { height } = (await page.locator('.top').boundingBox())!
  expect(height).toBeLessThan(70)
})
