import { readdirSync } from 'node:fs'

/** The slugs of the book: the names of its files. */
export const slugs: readonly string[] = readdirSync('content/en')
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => name.replace(/\.mdx$/, ''))
  .sort()
