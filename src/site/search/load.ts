/** Fetches the book's index at the first search of a page. A failure is not kept, so that asking again tries again. */
import type { SearchFile } from './document.ts'
import { createEngine, type Engine } from './engine.ts'

export interface Book {
  engine: Engine
  /** The address of a place. */
  addressOf: (place: string) => URL
}

let loading: Promise<Book> | null = null

const load = async (): Promise<Book> => {
  const file = document.querySelector<HTMLMetaElement>('meta[name=search]')?.content
  if (file === undefined) throw new Error('The page names no index: <meta name="search"> is missing.')
  const address = new URL(file, location.href)
  const response = await fetch(address)
  if (!response.ok)
    throw new Error(`Expected the index of the book at ${address.href}, found status ${response.status}.`)
  const { documents, index } = (await response.json()) as SearchFile
  // The file lies in a folder of the site's root.
  return { engine: createEngine(documents, index), addressOf: (place) => new URL(`../${place}`, address) }
}

export const loadBook = (): Promise<Book> => {
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}
