/** What is written about the book: README.md, docs/ and the README of each figure, as texts that rules can read. */
import { readdirSync, readFileSync } from 'node:fs'
import { createProcessor } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import type { Chapter } from './chapters.ts'

const processor = createProcessor({ format: 'md', remarkPlugins: [remarkGfm] })

/** Paths from the root of the book. */
export const documentFiles: readonly string[] = [
  'README.md',
  ...['docs', 'src/widgets', 'src/explorers'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`)
      .sort(),
  ),
]

export const documentText = (path: string, source: string): Chapter => ({
  slug: path,
  path,
  order: 0,
  tree: processor.parse(source),
})

export const readDocument = (path: string): Chapter => documentText(path, readFileSync(path, 'utf8'))
