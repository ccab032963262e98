/** Search without a page: what is read of a chapter, what is found, what is shown of it. */
import { describe, expect, it } from 'vitest'
import type { SearchDocument } from '../../src/site/search/document.ts'
import { buildIndex, createEngine } from '../../src/site/search/engine.ts'
import { readMarkup } from '../../src/site/search/markup.ts'
import { said } from '../../src/site/search/results.ts'
import { sections } from '../../src/site/search/sections.ts'
import { marked, snippet } from '../../src/site/search/snippet.ts'
import { renderChapter } from './renderChapter.tsx'

const island = `<div class="island" id="fig-a"><div data-island="x"><figure class="fig"><p class="fig-title"><span>Figure <!-- -->3.1</span> A race</p><p class="fig-subtitle">Two networks.</p><p class="state-line">Not started</p><svg><text>0.1</text></svg><button>Run</button><figcaption><h3>How</h3><p>Drag &amp; look.</p></figcaption></figure></div></div>`

describe('markup', () => {
  it('is read with its entities, comments and empty elements', () => {
    const seen: string[] = []
    readMarkup('<p title="a &lt; b">1 &amp; <!-- -->2<br/>&#x27;3<img src="a"></p>', {
      open: ({ name, attributes }) => Boolean(seen.push(`<${name} ${JSON.stringify(attributes)}`)),
      close: ({ name }) => seen.push(`/${name}`),
      text: (words) => seen.push(words),
    })
    expect(seen.join('|')).toBe(`<p {"title":"a < b"}|1 & |2|<br {}|/br|'3|<img {"src":"a"}|/img|/p`)
  })

  it('that React would not write is told', () => {
    const reader = { open: () => true, close: () => undefined, text: () => undefined }
    expect(() => readMarkup('<p><b>a</p>', reader)).toThrow('</p> closes <b>.')
  })
})

describe('a chapter', () => {
  it('is read by headings, figures and exercises, each with its anchor', () => {
    const html = `<p>Before.</p><h2 id="one">One <em>two</em></h2><p>First.</p>${island}<p>Second.</p><h3 id="two">Two</h3><p>Third.</p><section class="exercise" id="ex-a"><h3 id="ex-a-title"><span>Exercise 3.1</span> Do it</h3><p>How?</p><details class="hint"><summary>Hint</summary>So.</details><details class="solution">It is 4.</details></section><p>After.</p>`
    expect(sections(html)).toEqual([
      { kind: 'chapter', anchor: '', title: '', text: 'Before.' },
      { kind: 'section', anchor: 'one', title: 'One two', text: 'First. Second.' },
      { kind: 'figure', anchor: 'fig-a', title: 'Figure 3.1 A race', text: 'Two networks. How Drag & look.' },
      { kind: 'section', anchor: 'two', title: 'Two', text: 'Third. After.' },
      { kind: 'exercise', anchor: 'ex-a', title: 'Exercise 3.1 Do it', text: 'How?' },
    ])
  })

  it('has tables that read as rows of cells', async () => {
    const { html } = await renderChapter(
      'So:\n\n| unit | slope |\n| - | - |\n| ReLU | $1$, learned |\n| PReLU | learned |\n\nAfter.',
    )
    expect(sections(html)[0]!.text).toBe('So: unit · slope; ReLU · 1, learned; PReLU · learned After.')
  })

  it('as it is compiled: notes and terms are words, formulas are words or left out', async () => {
    const { html } = await renderChapter(`A <Term>unit</Term> has $h = f(z)$ and $\\frac{1}{2}$.

<Aside title="Why?">

Note <Cite k="he2015" />.

</Aside>

$$
a = b \\label{eq:first}
$$

See <Ref to="eq:first" />.

<ManySay says="It is so.">

No.

</ManySay>`)
    expect(sections(html)[0]!.text).toBe(
      'A unit has h=f(z) and […]. Why? Note. See (3.1). Many notes say It is so. What is true No.',
    )
  })
})

const place = (title: string, text: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: 'section',
  place: `en/a/#${title}`,
  page: '1 A',
  title,
  text,
  ...more,
})
const documents: SearchDocument[] = [
  place('One layer', 'The gradient of a weight. It vanishes with depth.'),
  place('Starts', 'Xavier weights keep the variance, and initialization decides.'),
  place('Batches', 'Batch normalization by the statistics of the batch.'),
  place('Unrelated', 'Dogs are tall.'),
  place('gradient', 'The rate of change.', {
    kind: 'term',
    page: 'Glossary',
    names: ['기울기', '그래디언트'],
    korean: '기울기 (그래디언트)',
  }),
  place('batch normalization', 'Mean 0.', { kind: 'term', page: 'Glossary', names: ['BN', '배치 정규화'] }),
]
// As the file has it.
const engine = createEngine(documents, JSON.parse(JSON.stringify(buildIndex(documents))) as object)
const titles = (question: string) => engine.search(question).found.map(({ document }) => document.title)

describe('a search', () => {
  it.each([
    ['a word', 'dogs', ['Unrelated']],
    ['a begun word', 'initial', ['Starts']],
    ['another form of a word', 'vanishing', ['One layer']],
    ['a word misspelled', 'xaviar', ['Starts']],
    ['a word spelled otherwise', 'normalisation', ['batch normalization', 'Batches']],
    ['a term, its entry first', 'gradient', ['gradient', 'One layer']],
    ['a Korean term', '기울기', ['gradient', 'One layer']],
    ['a Korean term with a particle', '기울기가', ['gradient', 'One layer']],
    ['a begun Korean term', '배치 정', ['batch normalization', 'Batches']],
    ['a short form', 'BN', ['batch normalization', 'Batches']],
    ['several words, all of them', 'gradient weight', ['One layer']],
  ])('finds %s', (_, question, expected) => {
    expect(titles(question)).toEqual(expected)
  })

  it('says when no place has all of the words', () => {
    const { some, total } = engine.search('tall zebra')
    expect([some, total]).toEqual([true, 1])
  })

  it('finds nothing in nothing, and offers the nearest word', () => {
    expect(engine.search('  ').total).toBe(0)
    expect(engine.search('qqqq').total).toBe(0)
    expect(engine.suggest('qqqq')).toBeNull()
    expect(engine.search('dgso').total).toBe(0)
    expect(engine.suggest('dgos')).toBe('dogs')
  })

  it('gives the words of the text that were found, for marking', () => {
    expect([...engine.search('xaviar').found[0]!.words]).toEqual(['xavier'])
  })

  it('takes any input', () => {
    for (const question of ['(', '\\', '"a', '__proto__', 'constructor', '𝒩', '가', 'a'.repeat(5000)])
      expect(engine.search(question).total).toBeGreaterThanOrEqual(0)
  })
})

describe('what is shown', () => {
  const shown = (text: string, ...words: string[]) =>
    snippet(text, new Set(words))
      .map(({ text: part, found }) => (found ? `[${part}]` : part))
      .join('')

  it('is a short text whole, with the words marked', () => {
    expect(shown('The Gain of one gain.', 'gain')).toBe('The [Gain] of one [gain].')
    expect(shown('Nothing here.', 'gain')).toBe('Nothing here.')
  })

  it('is of a long text where most of the words stand', () => {
    const text = `${'one filler '.repeat(40)}gain of one layer ${'two filler '.repeat(40)}`
    const part = shown(text, 'gain', 'layer', 'one')
    expect(part).toContain('[gain] of [one] [layer]')
    expect(part).toMatch(/^… .* …$/)
    expect(part.length).toBeLessThan(220)
  })

  it('is marked through case and accents, in Hangul too', () => {
    expect(marked('Détails', new Set(['details']))).toEqual([{ text: 'Détails', found: true }])
    expect(marked('기울기 소실', new Set(['기울기']))[0]).toEqual({ text: '기울기', found: true })
  })

  it('is counted in words', () => {
    const [one] = engine.search('dogs').found
    expect(said({ found: [one!], total: 1, some: false })).toBe('1 result')
    expect(said({ found: [one!], total: 60, some: false })).toBe('The best 1 of 60 results')
    expect(said({ found: [one!], total: 1, some: true })).toBe(
      'No place has all of these words. 1 has some of them.',
    )
  })
})
