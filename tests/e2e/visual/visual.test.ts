/** What the book looks like, against pictures that were found right: `npm run visual`. `--update` keeps what it sees. */
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveSite } from '../site.ts'
import { openCamera } from './camera.ts'
import { differences, shown, type Studio } from './check.ts'
import { allPlaces } from './places.ts'

/** ms: a long chapter, or a lecture of many slides, on a machine that has other things to do. */
const patience = 600_000

const only = process.env['VISUAL_ONLY'] ?? ''

let studio: Studio
let book: Awaited<ReturnType<typeof serveSite>>
beforeAll(async () => {
  book = await serveSite('/')
  const camera = await openCamera(book.origin)
  studio = { camera, reader: await camera.newPage(), update: process.env['VISUAL_UPDATE'] === '1' }
  rmSync(shown, { recursive: true, force: true })
})
afterAll(async () => {
  await studio.camera.close()
  await book.close()
})

const places = allPlaces.filter(({ name }) => name.includes(only))

test.each(places)(
  '$name looks as it did',
  async (place) => {
    expect(await differences(studio, place)).toEqual([])
  },
  patience,
)
