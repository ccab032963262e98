/** Everything that has pictures. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { built, chapters } from '../site.ts'

export interface Place {
  /** Names its pictures. */
  name: string
  /** Its address in the built site. */
  address: string
  kind: 'page' | 'figure' | 'explorer' | 'slides'
}

const folders = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

/** Pages of a folder of their own, beside chapters: what is not a chapter has no lecture. */
const pages = folders(path.join(built, 'en')).map((name) => `en/${name}/`)

export const wholePages: readonly Place[] = ['', ...pages].map((address) => ({
  name: `page-${address === '' ? 'home' : address.slice('en/'.length, -1)}`,
  address,
  kind: 'page',
}))

const explorers = new Set(folders('src/explorers'))

export const figures: readonly Place[] = folders(path.join(built, 'en/embed')).map((name) => ({
  name: `figure-${name}`,
  address: `en/embed/${name}/`,
  kind: explorers.has(name) ? 'explorer' : 'figure',
}))

export const lectures: readonly Place[] = chapters.map((chapter) => ({
  name: `slides-${chapter.slice('en/'.length, -1)}`,
  address: `${chapter}lecture/`,
  kind: 'slides',
}))

export const allPlaces = [...wholePages, ...figures, ...lectures]
