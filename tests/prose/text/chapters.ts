/** The chapters of the book as syntax trees, by the parser that compiles them. */
import { readdirSync, readFileSync } from 'node:fs'
import { createProcessor } from '@mdx-js/mdx'
import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { VFile } from 'vfile'
import { readFrontMatter } from '../../../src/mdx/compile/frontMatter.ts'

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
  if (!meta)
    throw new Error(file.messages.map((message) => `${path}:${message.line}: ${message.reason}`).join('\n'))
  return { slug, path, order: meta.order, tree: processor.parse(file) }
}

const folder = new URL('../../../content/en/', import.meta.url)

/** The slugs of the book: the names of its files. */
export const slugs: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => name.replace(/\.mdx$/, ''))
  .sort()

const chapters = new Map<string, Chapter>()

/** @throws as `parseChapter` does. */
export function readChapter(slug: string): Chapter {
  const chapter =
    chapters.get(slug) ?? parseChapter(slug, readFileSync(new URL(`${slug}.mdx`, folder), 'utf8'))
  chapters.set(slug, chapter)
  return chapter
}
