/** What a chapter may refer to: the other chapters, the bibliography, the figures that exist. Read from the folders. */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { VFile } from 'vfile'
import { parseBibliography, type Reference } from './bibliography.ts'
import { readFrontMatter, type ChapterMeta } from './frontMatter.ts'
import { parseGlossary, type Glossary } from './glossary.ts'
import type { Measurements } from './measuredValue.ts'
import { readMeasurements } from './readMeasurements.ts'

export interface Book {
  /** By slug; chapters with faulty front matter are there without it. */
  chapters: ReadonlyMap<string, ChapterMeta | null>
  bibliography: ReadonlyMap<string, Reference>
  /** The terms of the book's language, and the file that defines them. */
  glossary: { glossary: Glossary; path: string }
  /** Names of the folders in src/widgets and src/explorers that have an index.tsx. */
  widgets: ReadonlySet<string>
  explorers: ReadonlySet<string>
  /** What was measured, for the numbers in the text. */
  measurements: Measurements
}

const unlessMissing =
  <T>(otherwise: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return otherwise
    throw error
  }

const folders = async (parent: string): Promise<Set<string>> => {
  const entries = await readdir(parent, { withFileTypes: true }).catch(unlessMissing([]))
  const shown = entries.filter(({ name }) => existsSync(path.join(parent, name, 'index.tsx')))
  return new Set(shown.map((entry) => entry.name))
}

const readChapters = async (folder: string) => {
  const files = (await readdir(folder).catch(unlessMissing([]))).filter((name) => name.endsWith('.mdx'))
  const chapters = files.map(async (name) => {
    const file = new VFile({
      path: path.join(folder, name),
      value: await readFile(path.join(folder, name), 'utf8'),
    })
    return [path.basename(name, '.mdx'), readFrontMatter(String(file), file)] as const
  })
  return new Map(await Promise.all(chapters))
}

/** Reads the book at `root` in one language. */
export const readBook = async (root: string, lang: string): Promise<Book> => {
  const bibliography = path.join('content', 'references.bib')
  const glossary = path.join('content', lang, 'glossary.yaml')
  const [chapters, source, terms, widgets, explorers, measurements] = await Promise.all([
    readChapters(path.join(root, 'content', lang)),
    readFile(path.join(root, bibliography), 'utf8').catch(unlessMissing('')),
    readFile(path.join(root, glossary), 'utf8').catch(unlessMissing('')),
    folders(path.join(root, 'src', 'widgets')),
    folders(path.join(root, 'src', 'explorers')),
    readMeasurements(root),
  ])
  return {
    chapters,
    bibliography: parseBibliography(source, bibliography),
    glossary: { glossary: parseGlossary(terms, glossary), path: glossary },
    widgets,
    explorers,
    measurements,
  }
}
