/** What figures say, in their questions, captions and notes, is held to the rules of words and statements. */
import { describe, expect, it } from 'vitest'
import { printed } from './rule.ts'
import { figureRules } from './rules.ts'
import { passages } from './text/passages.ts'
import { figureFiles, figureText, readFigure } from './text/figures.ts'

describe.each(Object.entries(figureRules))('a figure %s', (_, rule) => {
  it.each(figureFiles)('%s', (path) => {
    const figure = readFigure(path)
    expect(printed(figure, rule(figure, [])).join('\n')).toBe('')
  })
})

const source = `
import a from './words.ts'
const question = { ask: 'Which one learns?', id: 'name', note: \`after \${n} steps\` }
export default () => (
  <Figure caption={<>The lines are <b>medians</b> of {count} seeds.</>} title="Two words">
    <p>
      Below the fold
    </p>
  </Figure>
)`

it('reads strings, templates and elements, each once and with its line', () => {
  const found = passages(figureText('a.tsx', source).tree).map((passage) => [
    passage.lineAt(0),
    passage.text.replaceAll(/\s+/g, ' ').trim(),
  ])
  expect(found).toContainEqual([3, 'Which one learns?'])
  expect(found).toContainEqual([3, 'after ⟨Measured⟩ steps'])
  expect(found).toContainEqual([5, 'The lines are medians of ⟨Measured⟩ seeds.'])
  expect(found).toContainEqual([5, 'Two words'])
  expect(found).toContainEqual([7, 'Below the fold'])
  expect(found).toHaveLength(5)
})

it('finds what a rule is for', () => {
  const caption = figureText('a.tsx', `const a = 1\nconst caption = 'Simply the median of two seeds.'`)
  const [rule] = Object.values(figureRules).slice(-1)
  expect(printed(caption, rule!(caption, []))).toEqual([
    expect.stringMatching(/^a\.tsx:2: "Simply" is not a word of this book/),
  ])
})
