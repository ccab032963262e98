/** That a term is found before its definition, in whatever form, and not where it is none. */
import { describe, expect, it } from 'vitest'
import { keyOf } from '../../src/mdx/compile/glossaryWords.ts'
import { terms } from './rules/terms.ts'
import { parseChapter } from './text/chapters.ts'

const chapter = (order: number, text: string) =>
  parseChapter(
    `chapter-${order}`,
    `---\ntitle: T\nsummary: S.\norder: ${order}\nrequires: []\nminutes: 5\nrevised: 2026-11-20\n---\n\n${text}`,
  )

/** What the rule finds in the last of the chapters. */
const found = (...texts: string[]) => {
  const book = texts.map((text, i) => chapter(i + 1, text))
  return terms(book.at(-1)!, book)
}
const define = (term: string) => `A <Term>${term}</Term> is this.`

describe('a term before its definition', () => {
  it.each([
    ['in the paragraph above', `Clip it.\nEach clip rate counts.\n\n${define('clip rate')}`, 11],
    ['in the same sentence', `With clip rates a <Term>clip rate</Term> is this.`, 10],
    ['in a table', `| a |\n| - |\n| clip rate |\n\n${define('clip rate')}`, 12],
    ['in the singular', `One batch-size.\n\nTwo <Term>batch sizes</Term>.`, 10],
    ['in another case', `Clip Rates.\n\n${define('clip rate')}`, 10],
    ['by its short form', `We use MFM.\n\nA <Term>max-feature-map</Term>, MFM, is this.`, 10],
    [
      'by its short form in brackets',
      `We use RBF.\n\nA <Term>radial basis function</Term> (RBF) is this.`,
      10,
    ],
    ['by another word of the glossary', `A batch norm.\n\n${define('batch normalization')}`, 10],
    ['by a name', `With He weights it learns.\n\n<Term>He</Term> weights are these.`, 10],
  ])('%s', (_, text, line) => {
    expect(found(text)).toEqual([
      { line, reason: expect.stringMatching(/before it is defined \(content\/en\//) },
    ])
  })

  it('in an earlier chapter, with the place of its definition', () => {
    const book = [chapter(1, 'A clip rate counts.'), chapter(2, define('clip rate'))]
    expect(terms(book[0]!, book)).toEqual([
      {
        line: 10,
        reason: expect.stringContaining(
          '"clip rate" is used before it is defined (content/en/chapter-2.mdx:10)',
        ),
      },
    ])
  })

  it('is told once', () => {
    expect(found(`A clip rate. A clip rate.\n\n${define('clip rate')}`)).toHaveLength(1)
  })
})

it.each([
  ['after its definition', `${define('clip rate')} Two clip rates.`],
  ['where it is linked, and after', `A [clip rate](#there), a clip rate.\n\n${define('clip rate')}`],
  [
    'in headings, formulas, code and quotes',
    `## Clip rate\n\n\`clip rate\` $clip rate$\n\n<ManySay says="A clip rate is x.">\n\n${define('clip rate')}\n\n</ManySay>`,
  ],
  ['as a part of a longer term', `A <Term>clip rate</Term> is this. A <Term>clip</Term> is that.`],
  ['that everyone knows', `A matrix and its gradient.\n\n${define('gradient')}`],
  ['that is no form in capitals', `Two maps.\n\n${define('maximum a posteriori')}`],
  ['that is a pronoun', `Then he and He and colleagues wrote.\n\n<Term>He</Term> weights are these.`],
])('a term may stand %s', (_, text) => {
  expect(found(text)).toEqual([])
})

it('an earlier chapter defines for later ones', () => {
  expect(found(define('clip rate'), 'A clip rate counts.')).toEqual([])
})

it("a word of the field's that no chapter defines is found, and is well where one does", () => {
  expect(found('Use a logit.')).toEqual([
    {
      line: 10,
      reason: '"logit" is used and no chapter defines it. Write <Term>logit</Term> where you say what it is.',
    },
  ])
  expect(found(define('logits'), 'Use a logit.')).toEqual([])
})

it.each([
  ['Epochs', 'epoch'],
  ['mini-batches', 'mini batch'],
  ['loss', 'loss'],
  ['bias', 'bias'],
  ['biases', 'bias'],
  ['frequencies', 'frequency'],
  ['He', 'He'],
])('%s and %s are one term', (name, key) => {
  expect(keyOf(name)).toBe(key)
})
