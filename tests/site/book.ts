/** A small book for tests, and what compiling a chapter of it says. */
import type { Book } from '../../src/mdx/compile/book.ts'
import { parseBibliography } from '../../src/mdx/compile/bibliography.ts'
import { compileChapter } from '../../src/mdx/compile/chapter.ts'
import type { ChapterMeta } from '../../src/mdx/compile/frontMatter.ts'
import { AuthorError } from '../../src/mdx/compile/problems.ts'

const meta = (title: string, order: number): ChapterMeta => ({
  title,
  summary: 'A summary.',
  order,
  requires: [],
  minutes: 5,
  revised: '2026-11-20',
})

export const bibliography = `
@inproceedings{he2015, author = {He, Kaiming and Zhang, Xiangyu}, title = {Delving deep into rectifiers}, booktitle = {ICCV}, year = {2015}, doi = {10.1109/ICCV.2015.123}}
@article{glorot2010, author = {Glorot, Xavier}, title = {Understanding the difficulty}, journal = {AISTATS}, year = {2010}, url = {https://proceedings.mlr.press/v9/x.html}}
`

export const book: Book = {
  chapters: new Map([
    ['test', meta('Test', 3)],
    ['activations', meta('Activations', 1)],
  ]),
  bibliography: parseBibliography(bibliography, 'content/references.bib'),
  widgets: new Set(['activation-race', 'born-dead']),
  explorers: new Set(['functions']),
}

export const frontMatter = `---
title: Test
summary: A summary.
order: 3
requires: [activations]
minutes: 5
revised: 2026-11-20
---
`

/** Compiles `text` under good front matter, which takes lines 1 to 8. */
export const compile = (text: string, front = frontMatter) =>
  compileChapter(front + text, 'content/en/test.mdx', book)

/** The message that an author gets; fails if there is none. */
export const mistakes = async (text: string, front = frontMatter): Promise<string> => {
  try {
    await compile(text, front)
  } catch (error) {
    if (error instanceof AuthorError) return error.message
    throw error
  }
  throw new Error(`This compiled, but should not have:\n${text}`)
}
