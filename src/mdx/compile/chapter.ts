/** Compiles one chapter from MDX to JavaScript, with everything numbered and checked. Runs in Node, at build time. */
import { VFile } from 'vfile'
import type { Book } from './book.ts'
import { checkWords } from './checkWords.ts'
import { compileText } from './compileText.ts'
import { readFrontMatter, type ChapterMeta } from './frontMatter.ts'
import { glossaryTerms } from './glossaryTerms.ts'
import { measured } from './measured.ts'
import { notes } from './notes.ts'
import { numbers, type Numbered } from './numbers.ts'
import { AuthorError, suggest } from './problems.ts'
import { references, type CitedReference } from './references.ts'
import { Registry } from './registry.ts'

/** What a page needs to know about a chapter besides its text; the module's export `chapter`. */
export interface ChapterFacts extends ChapterMeta, Numbered {
  slug: string
  /** In the order of first use. */
  references: CitedReference[]
  /** Ids of the glossary's entries that the chapter defines, in order. */
  terms: string[]
}

const checkPlace = (slug: string, meta: ChapterMeta, book: Book, file: VFile) => {
  const place = { line: 1, column: 1 }
  for (const needed of meta.requires) {
    if (needed === slug)
      file.message(`Front matter: the chapter requires itself. Remove "${slug}".`, { place })
    else if (!book.chapters.has(needed))
      file.message(
        `Front matter: requires names no chapter "${needed}". ${suggest(needed, book.chapters.keys())}`,
        { place },
      )
  }
  for (const [other, { order } = { order: 0 }] of [...book.chapters].map(
    ([name, m]) => [name, m ?? undefined] as const,
  ))
    if (other !== slug && order === meta.order)
      file.message(`Front matter: order ${order} is taken by ${other}.mdx. Choose another number.`, { place })
}

/**
 * @param source the text of the file
 * @param path where it is, as messages shall name it; its last part without .mdx is the slug
 * @returns a module whose default export is the text and whose export `chapter` are its facts
 * @throws {AuthorError} that lists every mistake with line, column and the fix
 */
export const compileChapter = async (
  source: string,
  path: string,
  book: Book,
): Promise<{ code: string; chapter: ChapterFacts }> => {
  const file = new VFile({ value: source, path })
  const slug = file.stem ?? ''
  const meta = readFrontMatter(source, file)
  if (meta) checkPlace(slug, meta, book, file)
  const found: Numbered = { sections: [], widgets: [], figures: [], explorers: [], exercises: [] }
  const cited: CitedReference[] = []
  const terms: string[] = []
  const registry = new Registry(file)
  await compileText(file, [
    checkWords,
    [measured, { measurements: book.measurements }],
    [notes, registry],
    [numbers, { chapter: meta?.order ?? 0, book, registry, found }],
    [references, { book, registry, cited }],
    [glossaryTerms, { ...book.glossary, registry, found: terms }],
  ])
  if (meta === null || file.messages.length > 0) throw new AuthorError(path, file.messages)
  const chapter: ChapterFacts = { ...meta, slug, ...found, references: cited, terms }
  return { code: `${String(file)}\nexport const chapter = ${JSON.stringify(chapter)}\n`, chapter }
}
