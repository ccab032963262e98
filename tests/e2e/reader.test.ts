/** What the book remembers of its reader in a chapter: noticed, shown, the same in all tabs, and safe from whatever lies there. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { recordKey } from '../../src/site/reader/keys.ts'
import { about, empty } from '../../src/site/reader/record.ts'
import { figureOf, waitForState } from './figure.ts'
import {
  activations,
  another,
  day,
  initialization,
  openWith,
  section,
  withRecord,
  yourReading,
} from './reader.ts'
import { useSite } from './site.ts'

const site = useSite()

/** What is stored, once it is so. */
const storedSoon = (page: Page, has: string) =>
  page.waitForFunction(([key, text]) => localStorage.getItem(key!)?.includes(text!), [recordKey, has])

const tally = (page: Page) => page.locator('.contents [data-tally]')

test('contents and home page show what was read, and where to go on', async () => {
  const { page, trouble } = await openWith(site, '', withRecord)
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
  const { page } = await openWith(site, activations, {
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
  const { page } = await openWith(site, activations, withRecord)
  const other = await another(site, page.context(), initialization)
  const write = async (tab: Page, id: string, text: string) => {
    const exercise = tab.locator(id)
    await exercise.getByText('Your answer').click()
    await exercise.getByRole('textbox').fill(text)
    await storedSoon(tab, text)
  }
  await write(page, '#ex-xor', 'from the first tab')
  await write(other, '#ex-spread', 'from the second tab')
  await write(page, '#ex-flat', 'from the first again')
  const list = await another(site, page.context(), yourReading)
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
  const { page, trouble } = await openWith(site, activations, { [recordKey]: text })
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
