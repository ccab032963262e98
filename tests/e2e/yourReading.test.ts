/** The page "Your reading": a record is saved, brought to another browser, erased and taken back. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { recordKey } from '../../src/site/reader/keys.ts'
import { about, empty } from '../../src/site/reader/record.ts'
import { preferencesKey } from '../../src/site/theme.ts'
import { axe } from './axe.ts'
import { day, openWith, record, withRecord, yourReading } from './reader.ts'
import { useSite } from './site.ts'

const site = useSite()

/** As a reader does, who has the button only once there is something to hear it. */
async function bring(page: Page, name: string, text: string) {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Bring a file' }).click()
  await (await asked).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

test('a reading is saved in one browser and brought to another', async () => {
  const first = await openWith(site, yourReading, withRecord)
  const [download] = await Promise.all([
    first.page.waitForEvent('download'),
    first.page.getByRole('button', { name: 'Save as a file' }).click(),
  ])
  const file = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(file)).toMatchObject(record)

  const own = about('activations', 'Activations', {
    exercises: { 'ex-xor': { title: 'Exercise 1.1', answer: { text: 'mine', at: day } } },
  })
  const second = await openWith(site, yourReading, {
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
  const { page } = await openWith(site, yourReading, withRecord)
  const before = await page.evaluate((key) => localStorage.getItem(key), recordKey)
  await bring(page, 'strange.json', text)
  await page.getByText(/strange\.json .* Nothing was changed\./).waitFor()
  expect(await page.getByText(words).count()).toBe(1)
  expect(await page.evaluate((key) => localStorage.getItem(key), recordKey)).toBe(before)
})

test('everything is erased after one question, and comes back while the page is open', async () => {
  const { page, trouble } = await openWith(site, yourReading, {
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

test.each([
  ['light', 1440],
  ['dark', 320],
] as const)('axe finds nothing in your reading and in the menu: %s at %i px', async (colorScheme, width) => {
  const { page } = await openWith(site, yourReading, withRecord, {
    colorScheme,
    viewport: { width, height: 800 },
  })
  await page.getByText('You were last at').first().waitFor()
  await page.getByRole('button', { name: 'Erase everything' }).click()
  expect(await axe(page)).toEqual([])
  await page.getByRole('button', { name: 'Theme' }).click()
  await page.getByRole('radio', { name: 'More' }).check()
  expect(await axe(page)).toEqual([])
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  const { height } = (await page.locator('.top').boundingBox())!
  expect(height).toBeLessThan(70)
})
