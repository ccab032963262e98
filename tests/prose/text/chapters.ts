/** The chapters of the book as syntax trees, by the parser that compiles them. */
import { readdirSync, readFileSync } from 'node:fs'
import { createProcessor } from '@mdx-js/mdx'
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { VFile } from 'vfile'
import { readFrontMatter, readLectureMatter } from '../../../src/mdx/compile/frontMatter.ts'

export interface Chapter {
  slug: string
  /** As messages name it: content/en/activations.mdx. */
  path: string
  /** The chapter's number; what an earlier one defines, this one may use. */
  order: number
  tree: Root
}

const processor = createProcessor({ remarkPlugins: [remarkFrontmatter, remarkGfm, remarkMath] })

/**
 * @param source the text of the file
 * @throws if it is not MDX or its front matter is faulty; the build says the same with more words.
 */
export function parseChapter(slug: string, source: string): Chapter {
  const path = `content/en/${slug}.mdx`
  const file = new VFile({ path, value: source })
  const meta = readFrontMatter(source, file)
  if (!meta) throw mistakesOf(file)
  return { slug, path, order: meta.order, tree: processor.parse(file) }
}

/** What the slides of a lecture say, as a text that rules can read. It has no place in the order of the book. */
export function parseLecture(slug: string, source: string): Chapter {
  const path = `content/en/lectures/${slug}.mdx`
  const file = new VFile({ path, value: source })
  if (!readLectureMatter(source, file)) throw mistakesOf(file)
  return { slug, path, order: 0, tree: processor.parse(file) }
}

const mistakesOf = ({ path, messages }: VFile) =>
  new Error(messages.map((message) => `${path}:${message.line}: ${message.reason}`).join('\n'))

const folder = new URL('../../../content/en/', import.meta.url)

const filesIn = (place: URL): string[] =>
  readdirSync(place)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.replace(/\.mdx$/, ''))
    .sort()

/** The slugs of the book: the names of its files. */
export const slugs: readonly string[] = filesIn(folder)

const lectures = new URL('lectures/', folder)

/** The chapters that have a lecture. */
export const lectureSlugs: readonly string[] = filesIn(lectures)

export const readLecture = (slug: string): Chapter =>
  parseLecture(slug, readFileSync(new URL(`${slug}.mdx`, lectures), 'utf8'))

const chapters = new Map<string, Chapter>()

/** @throws as `parseChapter` does. */
export function readChapter(slug: string): Chapter {
  const chapter =
    chapters.get(slug) ?? parseChapter(slug, readFileSync(new URL(`${slug}.mdx`, folder), 'utf8'))
  chapters.set(slug, chapter)
  return chapter
}
