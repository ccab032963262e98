/** What a place looks like, against the pictures of it that were found right. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { bookUrl, still } from './camera.ts'
import { difference, otherVersion, tolerance } from './compare.ts'
import { lookName, looksOf } from './looks.ts'
import { grain, picture, type Grain } from './picture.ts'
import type { Place } from './places.ts'
import { readReferences, writeReferences } from './references.ts'
import { enlarge, reduce, type Small } from './reduce.ts'
import { slideStates } from './slides.ts'
import { figureStates } from './states.ts'

/** Where pictures that differ are put. */
export const shown = '.cache/visual'

export interface Studio {
  camera: Browser
  /** A page that only computes. */
  reader: Page
  /** Whether what is seen is kept. */
  update: boolean
}

const grainOf = ({ kind }: Place): Grain => (kind === 'page' || kind === 'slides' ? 'page' : 'figure')

/** Opens the claims of the first figures that have some on this page: what is in them looks as in all others. */
const openClaims = (page: Page) =>
  page.locator('.of-figure details').evaluateAll((all) => {
    const first = all.slice(0, 3)
    for (const fold of first) fold.setAttribute('open', '')
    return first.length
  })

/** The pictures of `place`, by look and state. */
async function photograph({ camera, reader }: Studio, place: Place): Promise<Map<string, Small>> {
  const { name, address, kind } = place
  const standing = await still(camera, bookUrl + address, kind !== 'page')
  const { page } = standing
  const { block, scale } = grain[grainOf(place)]
  // Read while the next is taken.
  const pictures: Promise<[string, Small]>[] = []
  const take = async (state: string) => {
    for (const look of looksOf(place)) {
      const png = await picture(standing, grainOf(place), look)
      pictures.push(
        reduce(reader, png, block * scale).then((small) => [`${lookName(look)}, ${state}`, small]),
      )
    }
  }
  try {
    if (kind === 'figure') await figureStates(page, take, name.slice('figure-'.length))
    else if (kind === 'slides') await slideStates(standing, take)
    else {
      if (kind === 'explorer') await page.locator('[data-island][data-hydrated]').waitFor()
      await take('as it is')
      if ((await openClaims(page)) > 0) await take('some open')
    }
    return new Map(await Promise.all(pictures))
  } finally {
    await Promise.allSettled(pictures)
    await standing.close()
  }
}

/** What was expected, what was found, and there in red what differs. */
async function show(reader: Page, name: string, before: Small | undefined, now: Small, marked: Small) {
  mkdirSync(shown, { recursive: true })
  const file = path.join(shown, name.replaceAll(/\W+/g, '-'))
  if (before) writeFileSync(`${file}-expected.png`, await enlarge(reader, before, 4))
  writeFileSync(`${file}-found.png`, await enlarge(reader, now, 4))
  writeFileSync(`${file}-red.png`, await enlarge(reader, marked, 4))
}

/** What differs, in words: nothing, if all is well. */
export async function differences(studio: Studio, place: Place): Promise<string[]> {
  const { camera, reader, update } = studio
  const version = Number.parseInt(camera.version(), 10)
  const seen = await photograph(studio, place)
  const before = readReferences(place.name)
  const then = before?.pictures ?? new Map<string, Small>()
  const sameVersion = before === null || before.chromium === version
  const found: string[] = []
  for (const [name, now] of seen) {
    const old = then.get(name)
    const differs = old
      ? difference(now, old, grain[grainOf(place)].block, sameVersion ? tolerance : otherVersion)
      : { words: 'it has no picture yet', marked: now }
    if (!differs) continue
    found.push(`${name}: ${differs.words}`)
    if (!update) await show(reader, `${place.name} ${name}`, old, now, differs.marked)
  }
  for (const name of then.keys()) if (!seen.has(name)) found.push(`${name}: it has a picture, and is no more`)
  if (update) {
    // A file whose pictures are as good as the same stays what it was.
    if (found.length > 0 || !sameVersion) writeReferences(place.name, { chromium: version, pictures: seen })
    return []
  }
  if (found.length > 0 && !sameVersion)
    found.push(
      `These pictures were taken with Chromium ${before.chromium}, and this is ${version}: if that alone made the difference, take them anew.`,
    )
  if (found.length > 0)
    found.push(`See ${shown}. If it is right: npm run visual -- --update --only ${place.name}`)
  return found
}
