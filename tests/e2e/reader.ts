/** A browser that remembers a reader: of one chapter everything, of another the half. */
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { recordKey } from '../../src/site/reader/keys.ts'
import { about, empty, type ReaderRecord } from '../../src/site/reader/record.ts'
import type { Site } from './site.ts'

export const activations = 'en/activations/'
export const initialization = 'en/initialization/'
export const yourReading = 'en/reader/'

export const day = Date.UTC(2026, 10, 14)
const half = 'f'.repeat(12)
export const section = { id: 'the-gain-of-one-layer', title: 'The gain of one layer' }
const guess = { option: 'he', label: 'He', right: true, at: day }
export const record: ReaderRecord = {
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

export const withRecord = { [recordKey]: JSON.stringify(record) }

/** A page of a browser in which these texts are stored, before any code of the book runs. */
export async function openWith(
  site: Site,
  place: string,
  stored: Record<string, string>,
  options: BrowserContextOptions = {},
): ReturnType<Site['open']> {
  const opened = await site.open('icon.svg', options)
  await opened.page.evaluate((texts) => {
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text)
  }, stored)
  await opened.page.goto(site.url + place)
  // A picture alone has no icon in its head, so the browser has looked for one.
  opened.trouble.length = 0
  return opened
}

/** A second tab of the same browser. */
export async function another(site: Site, context: BrowserContext, place: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url + place)
  return page
}
