/** A small book for tests, and what compiling a chapter of it says. */
import type { Recording } from '../../src/lab/recording.ts'
import type { Book } from '../../src/mdx/compile/book.ts'
import { parseBibliography } from '../../src/mdx/compile/bibliography.ts'
import { compileChapter } from '../../src/mdx/compile/chapter.ts'
import { parseGlossary } from '../../src/mdx/compile/glossary.ts'
import type { ChapterMeta } from '../../src/mdx/compile/frontMatter.ts'
import type { Measurements } from '../../src/mdx/compile/measuredValue.ts'
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

const recording: Recording = {
  widget: 'activation-race',
  config: { depth: 6 },
  backend: 'wasm',
  steps: 20,
  seeds: [0, 1, 2],
  versions: { book: '0.1.0', tfjs: '4.22.0' },
  metrics: { loss: 'number', accuracy: 'percent' },
  variants: {
    tanh: {
      steps: [0, 10, 20],
      epochs: [0, 1, 2],
      metrics: {
        loss: [
          [2, 2, 4],
          [0.4, 0.6, 0.8],
          [0.01, 0.02, 0.04],
        ],
        accuracy: [
          [0.1, 0.1, 0.1],
          [0.5, 0.5, 0.5],
          [0.9, 0.92, 0.94],
        ],
      },
      diverged: [null, null, null],
      views: [],
    },
    relu: {
      steps: [0, 10],
      epochs: [0, 1],
      metrics: {
        loss: [
          [2, 2, 2],
          [Number.NaN, Number.NaN, 0.5],
        ],
        accuracy: [
          [0.1, 0.1, 0.1],
          [Number.NaN, Number.NaN, 0.918],
        ],
      },
      diverged: [10, 10, null],
      views: [],
    },
  },
}

const measurements: Measurements = {
  recordings: new Map([
    ['activation-race', recording],
    ['activation-race/deep', { ...recording, config: { depth: 9 } }],
  ]),
  trials: new Map([['trials/maxout', { format: 'percent', values: { maps: [0.86, 0.88, 0.84] } }]]),
}

const glossary = `
- term: unit
  korean: 유닛
  definition: A part of a layer.
- term: learning rate
  forms: [LR]
  korean: 학습률
  definition: The size of a step.
- term: loss
  korean: 손실
  definition: How wrong it is.
  mark: chapter
- term: activation
  korean: 활성값
  definition: What a unit hands on.
- term: activation function
  korean: 활성함수
  definition: What makes it.
- term: He weights
  forms: [He]
  korean: He 초기화
  definition: Larger ones.
- term: weight
  korean: 가중치
  definition: A factor.
  known: true
`

export const book: Book = {
  chapters: new Map([
    ['test', meta('Test', 3)],
    ['activations', meta('Activations', 1)],
  ]),
  bibliography: parseBibliography(bibliography, 'content/references.bib'),
  glossary: {
    glossary: parseGlossary(glossary, 'content/en/glossary.yaml'),
    path: 'content/en/glossary.yaml',
  },
  widgets: new Set(['activation-race', 'born-dead']),
  explorers: new Set(['functions']),
  measurements,
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
