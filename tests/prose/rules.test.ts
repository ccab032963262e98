/** That each rule catches what it is for, and lets pass what comes near. */
import { describe, expect, it } from 'vitest'
import type { Rule } from './rule.ts'
import { effects, noFalseEffects } from './rules/effects.ts'
import { exercises } from './rules/exercises.ts'
import { readingMinutes, readingTime } from './rules/readingTime.ts'
import { references } from './rules/references.ts'
import { mostWords, shortSentences } from './rules/sentences.ts'
import { typedNumbers } from './rules/typedNumbers.ts'
import { plainWords, words } from './rules/words.ts'
import { parseChapter } from './text/chapters.ts'

const frontMatter = `---
title: Test
summary: A summary.
order: 3
requires: []
minutes: 5
revised: 2026-11-20
---

`
/** `text` begins on line 10. */
const check = (rule: Rule, text: string) => {
  const chapter = parseChapter('test', frontMatter + text)
  return rule(chapter, [chapter])
}
const quoted = (text: string) => `<ManySay says="${text}">\n\nIt is otherwise.\n\n</ManySay>`

describe('statements that are not borne out', () => {
  it.each(effects.map((effect) => [effect.says, effect] as const))('%s', (says, { caught, passes }) => {
    const findings = check(noFalseEffects, `One sentence.\n${caught} Another.\n\n${passes}`)
    expect(findings.map(({ line }) => line)).toEqual([11])
    expect(findings[0]!.reason).toContain(says)
    expect(check(noFalseEffects, quoted(caught))).toEqual([])
    expect(check(noFalseEffects, `Is it true? ${caught.replace(/\.$/, '?')}`)).toEqual([])
  })

  it('has no statement twice', () => {
    expect(new Set(effects.map(({ says }) => says)).size).toBe(effects.length)
  })
})

describe('words', () => {
  it.each(words.map((word) => [word.caught, word] as const))('%s', (_, { caught, passes, instead }) => {
    const findings = check(plainWords, `One sentence.\n${caught}\n\n${passes}`)
    expect(findings.map(({ line }) => line)).toEqual([11])
    expect(findings[0]!.reason).toContain(instead)
    expect(check(plainWords, `${quoted(caught)}\n\n\`${caught}\`\n\n{/* ${caught} */}`)).toEqual([])
  })
})

describe('numbers that look measured', () => {
  it.each([
    'ReLU gets 87.0 ± 1.1% of them.',
    'After 57 ± 4 steps it learned.',
    'After $57 \\pm 4$ steps it learned.',
    '| variant | loss |\n| - | - |\n| He | 0.36 ± 0.02 |',
    'It gets 54% of the test points right.',
    'With He weights the test accuracy is 89%.',
    'It reaches 91.5% in all seeds.',
    'It ends with 87% accuracy.',
    'The loss ends at 0.36.',
    'Xavier stays at 10%.',
    '<Exercise>\n\nDo.\n\n<Solution>\n\nIt reaches 91.5% in all seeds.\n\n</Solution>\n\n</Exercise>',
  ])('%s', (text) => {
    const findings = check(typedNumbers, text)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0]!.reason).toContain('<Measured')
  })

  it.each([
    'It gets <Measured from="a" of="b" stat="mean±sd" /> of the test images right.',
    'He and colleagues reported 87.0 ± 1.1% <Cite k="he2015" />.',
    'Targets of ±1 do not lie at the flat ends, and 1 ± x is not a measurement.',
    'Which of the three will get 95% of the test points right?',
    'Blind guessing gets 10%.',
    'When a network reaches 80% accuracy, the readout names it. A loss of 2.30 is ln 10.',
    'It adds 2%. Its mean is 99% of the other: 0.395 for 0.399.',
    '<Exercise>\n\nReach 95% test accuracy.\n\n</Exercise>',
    quoted('It reaches 91.5%.'),
  ])('not: %s', (text) => {
    expect(check(typedNumbers, text)).toEqual([])
  })
})

describe('sentences', () => {
  const sentence = (length: number) => `${Array(length).fill('Word').join(' ')}.`
  it('have an end', () => {
    expect(check(shortSentences, `${sentence(mostWords)} A $z$ more.`)).toEqual([])
    expect(check(shortSentences, `Short.\n${sentence(mostWords + 1)}`)).toEqual([
      { line: 11, reason: expect.stringContaining(`A sentence of ${mostWords + 1} words ("Word Word`) },
    ])
  })
})

describe('reading time', () => {
  const prose = (count: number) => `${Array(count).fill('word').join(' ')}.`

  it('is words, formulas and figures; hints and solutions are not read', () => {
    // 600 words are 3 minutes, the figure 90 seconds, the equation 20, two formulas 4.
    const text = `${prose(600)}\n\n<Figure id="a" widget="one-bend" />\n\n$$\nx\n$$\n\n$x$ $y$`
    const closed = `<Exercise>\n\n<Solution>\n\n${prose(900)} $x$\n\n</Solution>\n\n</Exercise>`
    const chapter = parseChapter('test', `${frontMatter}${text}\n\n${closed}`)
    expect(readingMinutes(chapter)).toBeCloseTo(3 + (90 + 20 + 4) / 60, 1)
  })

  it('may be off by a fifth', () => {
    // The front matter says 5.
    expect(check(readingTime, prose(1200))).toEqual([])
    expect(check(readingTime, prose(840))).toEqual([])
    expect(check(readingTime, prose(1300))).toEqual([
      { line: 6, reason: expect.stringContaining('takes 6.5 minutes by its words') },
    ])
    expect(check(readingTime, prose(800))).toHaveLength(1)
  })
})

describe('figures and equations', () => {
  const figure = '<Figure id="a" widget="one-bend" />'
  const before = 'See <Ref to="fig:a" />.'
  const equation = '$$\nx = y \\label{eq:x}\n$$'

  it('are spoken of', () => {
    expect(check(references, `${before}\n\n${figure}\n\nIt shows this.\n\n## Next`)).toEqual([])
    expect(check(references, `${before}\n\n<Explorer id="a" name="x" />\n\n## Next`)).toEqual([])
    expect(check(references, `${equation}\n\nBy <Ref to="eq:x" /> so.\n\n$$\na = b\n$$`)).toEqual([])
  })

  it.each([
    ['no reference', `${figure}\n\nIt shows this.`, 10, '<Ref to="fig:a" />'],
    ['a reference after it only', `${figure}\n\n${before}`, 10, 'No text before this Figure'],
    ['a heading after it', `${before}\n\n${figure}\n\n## Next\n\nText.`, 12, 'No paragraph stands between'],
    ['a note after it', `${before}\n\n${figure}\n\n<Aside>\n\nNote.\n\n</Aside>`, 12, 'No paragraph'],
    ['an explorer unspoken of', '<Explorer id="a" name="x" />', 10, 'No text before this Explorer'],
    ['an equation unspoken of', `Text.\n\n${equation}`, 12, '<Ref to="eq:x" />'],
  ])('%s', (_, text, line, reason) => {
    expect(check(references, text)).toEqual([{ line, reason: expect.stringContaining(reason) }])
  })
})

describe('exercises', () => {
  const parts = '<Hint>\n\nH.\n\n</Hint>\n\n<Solution>\n\nS.\n\n</Solution>'
  const exercise = (attributes = '', inside = parts) =>
    `<Exercise ${attributes}>\n\nDo.\n\n${inside}\n\n</Exercise>\n\n`
  const checked = exercise('check="one-bend" metric="accuracy" atLeast={0.9}')

  it('are six, two of them checked', () => {
    expect(check(exercises, exercise().repeat(4) + checked.repeat(2))).toEqual([])
    const reasons = (text: string) => check(exercises, text).map(({ reason }) => reason)
    expect(reasons(exercise().repeat(3) + checked.repeat(2))).toEqual([
      'The chapter has 5 exercises; 6 are the least. Write more.',
    ])
    expect(reasons(exercise().repeat(5) + checked)[0]).toContain(
      'has 1 exercises that a figure checks; 2 are',
    )
  })

  it('have a hint and a solution', () => {
    const bare = exercise('', '<Hint>\n\nH.\n\n</Hint>')
    expect(check(exercises, bare + exercise().repeat(3) + checked.repeat(2))).toEqual([
      { line: 10, reason: 'An <Exercise> has one <Solution>, this one has 0.' },
    ])
  })
})
