/**
 * What the book looks like, against pictures that were found right. `npm run test:all` looks at every page in two of the looks;
 * `npm run visual` at all pages, figures, states and slides; `npm run visual -- --update` keeps what it sees.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveSite } from '../site.ts'
import { grain, openCamera, picture, still, type Grain } from './camera.ts'
import { difference, otherVersion, tolerance } from './compare.ts'
import { lookName, looks, quickLooks, type Look } from './looks.ts'
import { allPlaces, quickPlaces, type Place } from './places.ts'
import { readReferences, writeReferences } from './references.ts'
import { enlarge, type Small } from './reduce.ts'
import { slideStates } from './slides.ts'
import { figureStates } from './states.ts'

const whole = process.env['VISUAL'] === 'all'
const update = process.env['VISUAL_UPDATE'] === '1'
const only = process.env['VISUAL_ONLY'] ?? ''
const shown = '.cache/visual'

let camera: Browser
let reader: Page
let book: Awaited<ReturnType<typeof serveSite>>
let version = 0
beforeAll(async () => {
  ;[camera, book] = await Promise.all([openCamera(), serveSite('/')])
  version = Number.parseInt(camera.version(), 10)
  reader = await camera.newPage()
  rmSync(shown, { recursive: true, force: true })
})
afterAll(async () => {
  await camera.close()
  await book.close()
})

const grainOf = ({ kind }: Place): Grain => (kind === 'page' || kind === 'slides' ? 'page' : 'figure')

const looksOf = ({ kind }: Place): readonly Look[] => {
  // On a projector: its themes are its own, and it has one width.
  if (kind === 'slides') return [{ theme: 'light', width: 1440, height: 810 }]
  return whole ? looks : quickLooks
}

/** The pictures of `place`, by look and state. */
async function photograph(place: Place): Promise<Map<string, Small>> {
  const { name, address, kind } = place
  const page = await still(camera, book.url + address, kind !== 'page')
  const pictures = new Map<string, Small>()
  const take = async (state: string) => {
    for (const look of looksOf(place))
      pictures.set(`${lookName(look)}, ${state}`, await picture(page, reader, grainOf(place), look))
  }
  try {
    if (kind === 'figure') await figureStates(page, take, name.slice('figure-'.length))
    else if (kind === 'slides') await slideStates(page, take)
    else {
      if (kind === 'explorer') await page.locator('[data-island][data-hydrated]').waitFor()
      await take('as it is')
    }
  } finally {
    await page.context().close()
  }
  return pictures
}

/** Both pictures of a difference, to look at. */
async function show(name: string, before: Small | undefined, marked: Small) {
  mkdirSync(shown, { recursive: true })
  const file = path.join(shown, name.replaceAll(/\W+/g, '-'))
  if (before) writeFileSync(`${file}-expected.png`, await enlarge(reader, before, 4))
  writeFileSync(`${file}-found.png`, await enlarge(reader, marked, 4))
}

const places = (whole ? allPlaces : quickPlaces).filter(({ name }) => name.includes(only))

test.each(places)('$name looks as it did', async (place) => {
  const references = readReferences(place.name) ?? { chromium: version, pictures: new Map<string, Small>() }
  const { block } = grain[grainOf(place)]
  const allowed = references.chromium === version ? tolerance : otherVersion
  const found: string[] = []
  let kept = false
  const seen = await photograph(place)
  for (const [name, now] of seen) {
    const then = references.pictures.get(name)
    const differs = then
      ? difference(now, then, block, allowed)
      : { words: 'it has no picture yet', marked: now }
    if (!differs) continue
    if (update) {
      references.pictures.set(name, now)
      kept = true
    } else {
      found.push(`${name}: ${differs.words}`)
      await show(`${place.name} ${name}`, then, differs.marked)
    }
  }
  if (whole)
    for (const name of references.pictures.keys())
      if (!seen.has(name)) {
        if (update) kept = references.pictures.delete(name) || kept
        else found.push(`${name}: it has a picture, and is no more`)
      }
  if (kept) writeReferences(place.name, { chromium: version, pictures: references.pictures })
  if (found.length > 0 && references.chromium !== version)
    found.push(
      `These pictures were taken with Chromium ${references.chromium}, and this is ${version}: if that alone made the difference, take them anew.`,
    )
  if (found.length > 0)
    found.push(`See ${shown}. If it is right: npm run visual -- --update --only ${place.name}`)
  expect(found).toEqual([])
})
