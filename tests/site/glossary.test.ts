/** The glossary: what an author hears of a faulty entry, what becomes of terms in a chapter, and that book and glossary agree. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseGlossary } from '../../src/mdx/compile/glossary.ts'
import { keyOf } from '../../src/mdx/compile/glossaryWords.ts'
import { AuthorError } from '../../src/mdx/compile/problems.ts'
import { plan } from '../../src/site/plan.ts'
import { passages } from '../prose/text/passages.ts'
import { readChapter, slugs } from '../prose/text/chapters.ts'
import { mistakes } from './book.ts'
import { renderChapter } from './renderChapter.tsx'

const path = 'content/en/glossary.yaml'
const good = '- term: unit\n  korean: 유닛\n  definition: A part of a layer.\n'

/** What is said of a glossary. */
const said = (source: string): string => {
  try {
    parseGlossary(source, path)
  } catch (error) {
    if (error instanceof AuthorError) return error.message
    throw error
  }
  throw new Error(`This was read, but should not have been:\n${source}`)
}

describe('a faulty glossary is told with its line', () => {
  it.each([
    ['without Korean', '- term: unit\n  definition: A part.\n', `${path}:1:3: "korean" is missing.`],
    [
      'with no Hangul',
      '- term: unit\n  korean: unit\n  definition: A part.\n',
      `${path}:2:3: "korean" must have a word in Hangul.`,
    ],
    [
      'without a point',
      '- term: unit\n  korean: 유닛\n  definition: A part\n',
      `${path}:3:3: "definition" must end with a point.`,
    ],
    [
      'with an unknown field',
      `${good}  plural: units\n`,
      `${path}:4:3: "plural" is not a field of an entry.`,
    ],
    [
      'with another mark',
      `${good}  mark: often\n`,
      `${path}:4:3: "mark" must be one of section, chapter, never.`,
    ],
    [
      'twice',
      `${good}${good.replace('unit', 'Units')}`,
      `${path}:4:3: "Units" is already in the entry of line 1. Keep one of the two.`,
    ],
    [
      'twice by a short form',
      `${good}- term: layer\n  forms: [unit]\n  korean: 층\n  definition: Units.\n`,
      `${path}:4:3: "unit" is already in the entry of line 1.`,
    ],
    ['known and later', `${good}  known: true\n  later: dropout\n`, `is both known and to come later`],
    ['that is no list', 'unit: 유닛\n', `${path}:1:1: The glossary must be a list of entries`],
    ['that is no YAML', '- term: "unit\n', 'The glossary is not valid YAML'],
    ['with an entry of one word', '- unit\n', `${path}:1:3: An entry of the glossary has the fields term,`],
  ])('%s', (_, source, message) => {
    expect(said(source)).toContain(message)
  })

  it('all mistakes at once', () => {
    expect(said('- term: a\n- term: b\n').split('\n')).toHaveLength(4)
  })
})

describe('in a chapter', () => {
  it('a term without an entry is a mistake, with the entry that may be meant', async () => {
    expect(
      await mistakes('A <Term>learning rates</Term> and a <Term>clip rate</Term>.\n\nA <Term>losss</Term>.'),
    ).toBe(
      [
        'content/en/test.mdx:9:37: "clip rate" has no entry in content/en/glossary.yaml. For a new term add "- term: clip rate" with korean and definition.',
        'content/en/test.mdx:11:3: "losss" has no entry in content/en/glossary.yaml. Did you mean "loss"? For a new term add "- term: losss" with korean and definition.',
      ].join('\n'),
    )
  })

  it('a term is defined once, a short form of it once more', async () => {
    expect(await mistakes('<Term>Unit</Term>.\n\n<Term>units</Term>')).toContain(
      ':11:1: "units" is defined a second time in this chapter.',
    )
    const { html, chapter } = await renderChapter('<Term>LR</Term>. Long: <Term>learning rate</Term>.')
    expect(html).toContain('<dfn id="term-learning-rate">LR</dfn>. Long: <dfn>learning rate</dfn>')
    expect(chapter.terms).toEqual(['term-learning-rate'])
  })

  const link = (id: string, words: string) =>
    `<a href="../glossary/#term-${id}" class="term-use">${words}</a>`
  const linked = async (text: string) => (await renderChapter(text)).html

  it('the first use in each section leads to the entry', async () => {
    const html = await linked('LR, *learning rates*, LR.\n\n## Two\n\nLearning-rates.')
    expect(html).toContain(`${link('learning-rate', 'LR')}, <em>learning rates</em>, LR.`)
    expect(html).toContain(link('learning-rate', 'Learning-rates'))
  })

  it('not in the section of its definition', async () => {
    const html = await linked('An LR.\n\n## Two\n\nLR. A <Term>learning rate</Term>. LR.\n\n## Three\n\nLR.')
    expect(html.match(/term-use/g)).toHaveLength(2)
  })

  it('a common term once in a chapter, and not in the one that defines it; what readers know never', async () => {
    expect((await linked('Loss.\n\n## Two\n\nLoss. Weight.')).match(/term-use/g)).toHaveLength(1)
    expect(await linked('Loss.\n\n## Two\n\nA <Term>loss</Term>.\n\n## Three\n\nLoss.')).not.toContain(
      'term-use',
    )
  })

  it.each([
    ['a heading', '## Learning rate'],
    ['a link', 'The [learning rate](#here).\n\n## Here'],
    ['a formula or code', '$learning rate$ `learning rate`'],
    ['a table', '| a |\n| - |\n| learning rate |'],
    ['a margin note', 'A.\n\n<Aside>\n\nThe learning rate.\n\n</Aside>'],
    [
      'the paragraph that links it by itself',
      'The learning rate, not [the learning rate](#here).\n\n## Here',
    ],
    ['a pronoun', 'Then He and colleagues wrote.'],
  ])('no use is marked in %s', async (_, text) => {
    expect(await linked(text)).not.toContain('term-use')
  })

  it('of two terms the longer one', async () => {
    expect(await linked('An activation function of He weights.')).toContain(
      `An ${link('activation-function', 'activation function')} of ${link('he-weights', 'He weights')}.`,
    )
  })
})

describe('book and glossary', () => {
  const { entries, byKey } = parseGlossary(
    readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'),
    path,
  )
  const defined = new Set(
    slugs.flatMap((slug) =>
      passages(readChapter(slug).tree).flatMap(({ text, marks }) =>
        marks
          .filter(({ kind }) => kind === 'term')
          .map(({ start, end }) => byKey.get(keyOf(text.slice(start, end)))),
      ),
    ),
  )

  it('agree on which terms chapters define', () => {
    expect(defined.size).toBeGreaterThan(50)
    const undefinedYet = entries.filter((entry) => !defined.has(entry))
    expect(
      undefinedYet.filter(({ known, later }) => !known && later === undefined).map(({ term }) => term),
      'No chapter defines these. Write <Term> where one does, or give known: true or later: <chapter>.',
    ).toEqual([])
    expect(
      [...defined].filter((entry) => entry?.known || entry?.later !== undefined).map((entry) => entry?.term),
      'A chapter defines these now: take known and later away from their entries.',
    ).toEqual([])
  })

  it('agree on the chapters to come', () => {
    const slugsToCome = new Set(plan.map(({ slug }) => slug))
    expect(entries.flatMap(({ later }) => later ?? []).filter((slug) => !slugsToCome.has(slug))).toEqual([])
  })

  it('every definition is one or two sentences, and short', () => {
    const long = entries.filter(
      ({ definition }) => definition.length > 220 || definition.split(/[.!?](?=\s|$)/).length > 3,
    )
    expect(long.map(({ term }) => term)).toEqual([])
  })
})
