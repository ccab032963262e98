/** Where in the book the claims of a test file stand. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { slugs } from './slugs.ts'

export interface Place {
  /** Absent for the home page. */
  chapter?: string
  /** Its anchor is `fig-<figure>`. */
  figure?: string
}

const read = (slug: string) => readFileSync(`content/en/${slug}.mdx`, 'utf8')

/** The figures and explorers of all chapters, in order. */
export const figures = () =>
  slugs.flatMap((chapter) =>
    Array.from(
      read(chapter).matchAll(/<(Figure|Explorer) id="([^"]+)" (?:widget|name)="([^"]+)"/g),
      ([, kind, figure = '', shows = '']) => ({ chapter, figure, shows, live: kind === 'Figure' }),
    ),
  )

/** Files that are not named after what they look at. */
const named: Readonly<Record<string, Place>> = {
  identities: { chapter: 'activations' },
  layers: { chapter: 'activations' },
  'saturated-spread': { chapter: 'activations' },
  'looks-stuck': {},
  'window-sizes': { chapter: 'pooling', figure: 'padding' },
}

/** Tests of the helpers, and of recordings: every number that a sentence quotes is one of them. */
const notClaims = ['chapter', 'recordings']

const nameOf = (file: string) => path.basename(file).replace(/(\.quick)?\.test\.ts$/, '')

export const hasClaims = (file: string): boolean => !notClaims.includes(nameOf(file))

/** The worked numbers of a chapter stand in files named by its slug. */
export const isArithmetic = (file: string): boolean => file.startsWith('tests/claims/arithmetic/')

/**
 * @param file from the root of the project: "tests/claims/activation-race.test.ts".
 * @throws if nothing in the book has that name.
 */
export function placeOf(file: string): Place {
  const name = nameOf(file)
  if (isArithmetic(file) && existsSync(`content/en/${name}.mdx`)) return { chapter: name }
  const place = named[name] ?? figures().find(({ shows }) => shows === name)
  if (!place)
    throw new Error(
      `${file}: no chapter has a figure or an explorer "${name}". Name the file after one, or say in ` +
        'tests/claims/places.ts where its claims stand.',
    )
  return { ...(place.chapter && { chapter: place.chapter }), ...(place.figure && { figure: place.figure }) }
}
