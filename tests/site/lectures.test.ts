/** That each lecture of the book holds what its slides name, and that an author's slip is told with its line. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { compileLecture } from '../../src/mdx/compile/lecture.ts'
import { AuthorError } from '../../src/mdx/compile/problems.ts'
import { checkLecture } from '../../src/site/checkedLectures.ts'
import { partsIn, partsOfFigure } from '../../src/site/figureParts.ts'
import { lectures } from '../../src/site/lectures.ts'
import race from '../../src/widgets/activation-race/config.ts'
import { book } from './book.ts'

const slides = lectures.flatMap((lecture) => lecture.slides.map((slide) => ({ lecture, slide })))

it.each(slides.map((one) => [one.lecture.slug, one.slide.figure, one] as const))(
  '%s, %s: has a title, its number and notes of its own',
  (_slug, figure, { lecture, slide: { title, number, Notes } }) => {
    expect(title).not.toBe('')
    expect(lecture.chapter.figures).toContainEqual(expect.objectContaining({ id: figure, number }))
    const notes = renderToStaticMarkup(createElement(Notes))
    expect(notes.match(/<h3>/g)).toHaveLength(3)
  },
)

const front = '---\nminutes: 50\n---\n\n'
const notes = '## Before you press Space\n\nAsk.\n\n## While it runs\n\nWait.\n\n## The point\n\nIt learns.\n'
const slide = (attributes = '', inside = notes) =>
  `<Slide figure="race" key="It learns." metrics="loss" ${attributes}>\n\n${inside}\n</Slide>\n`
const compile = (text: string) => compileLecture(text, 'content/en/lectures/activations.mdx', book)
const mistakes = async (text: string): Promise<string> => {
  try {
    await compile(text)
  } catch (error) {
    if (error instanceof AuthorError) return error.message
    throw error
  }
  throw new Error(`This compiled, but should not have:\n${text}`)
}

describe('a lecture', () => {
  it('says what each slide shows, with its place', async () => {
    const cued = notes.replace('Wait.', 'Stop at <Cue at={24}>epoch 24</Cue>.')
    const asked = 'panels="Decision boundary" variants="tanh relu" ask="Which one?"'
    const { lecture } = await compile(front + slide(asked, cued))
    expect(lecture).toEqual({
      slug: 'activations',
      minutes: 50,
      slides: [
        {
          line: 5,
          figure: 'race',
          key: 'It learns.',
          ask: 'Which one?',
          metrics: ['loss'],
          panels: ['Decision boundary'],
          variants: ['tanh', 'relu'],
          cues: [24],
        },
      ],
    })
  })

  it('prints measured numbers, formulas, and whom it cites by name', async () => {
    const said =
      'It is <Measured from="activation-race" of="accuracy" variant="tanh" /> and $x^2$ <Cite k="he2015" />.'
    const { code } = await compile(front + slide('', notes.replace('It learns.', said)))
    expect(code).toContain('92%')
    expect(code).toContain('katex')
    expect(code).toContain('K. He and X. Zhang, 2015')
  })

  it.each([
    [
      'a key line that is too long',
      slide('').replace('It learns.', 'It '.repeat(11)),
      5,
      '11 words in its key',
    ],
    ['a question that is too long', slide(`ask="${'Why '.repeat(17)}"`), 5, '17 words in its question'],
    ['three plots', slide().replace('"loss"', '"loss accuracy dead"'), 5, '3 plots; 2 can be read'],
    ['four variants', slide('variants="a b c d"'), 5, '4 variants; 3 can be read from the last row'],
    ['no key line', slide().replace('key="It learns."', ''), 5, '<Slide> has no key'],
    ['an unknown attribute', slide('panel="Weights"'), 5, 'Did you mean "panels"?'],
    ['notes without a part', slide('', notes.replace('## The point', '')), 5, 'The notes of a slide have'],
    ['a figure twice', slide() + slide(), 20, 'Figure "race" has a slide in line 5'],
    ['text between slides', `${slide()}\nSome text.\n`, 21, 'A lecture is made of slides alone'],
    ['no slide', '', 1, 'A lecture needs a <Slide'],
    [
      'a cue that is no number',
      slide('', notes.replace('Wait', '<Cue at="x">it</Cue>')),
      13,
      '<Cue at> is a number',
    ],
    [
      'a number that nobody measured',
      slide('', notes.replace('Wait', '<Measured from="x" of="y" />')),
      13,
      '"x"',
    ],
    [
      'a reference that is not there',
      slide('', notes.replace('Wait', '<Cite k="he2051" />')),
      13,
      '"he2015"?',
    ],
    ['a word of chapters', slide('', '<StopHere>\n\nyou know.\n\n</StopHere>'), 7, '<StopHere> is not in'],
  ])('tells of %s', async (_, text, line, reason) => {
    const said = await mistakes(front + text)
    expect(said).toContain(`content/en/lectures/activations.mdx:${line}:`)
    expect(said).toContain(reason)
  })

  it('tells of a chapter that is not there, and of minutes that are none', async () => {
    const error = compileLecture('---\nminutes: soon\n---\n\n', 'content/en/lectures/activation.mdx', book)
    await expect(error).rejects.toThrow('No chapter is called activation.mdx. Did you mean "activations"?')
    await expect(error).rejects.toThrow('"minutes" must be a number')
  })
})

describe('a slide and its figure', () => {
  const written = {
    line: 7,
    figure: 'race',
    key: 'It learns.',
    metrics: ['loss'],
    panels: ['Weights into 12 units of layer 1'],
    variants: ['tanh'],
    cues: [10],
  }
  const figures = [{ id: 'race', widget: 'activation-race', number: '1.5' }]
  const check = (change: object) =>
    checkLecture('a.mdx', [{ ...written, ...change }], figures, { 'activation-race': race }, partsOfFigure)

  it('may name what the figure has', () => {
    expect(() => check({})).not.toThrow()
  })

  it.each([
    ['figure', { figure: 'rase' }, 'The chapter has no figure "rase". Did you mean "race"?'],
    ['plot', { metrics: ['los'] }, 'The figure has no plot "los". Did you mean "loss"?'],
    ['panel', { panels: ['Weights'] }, 'The figure has no panel "Weights". There are: Activations leaving'],
    ['variant', { variants: ['tahn'] }, 'The figure has no variant "tahn". Did you mean "tanh"?'],
    ['more variants than can be read', { variants: undefined }, 'The figure has 5 variants; 3 can be read'],
    ['cue', { cues: [-1] }, "A cue points at epoch -1; the figure's clock goes from 0 to"],
  ])('may not name another %s', (_, change, reason) => {
    expect(() => check(change)).toThrow(`a.mdx:7: ${reason}`)
  })

  it('reads the parts of a figure as it prints them', () => {
    const html =
      '<p class="fig-title" id="a"><span class="fig-number">1</span> Rock &amp; roll</p>' +
      '<div class="plot" data-size="tall" data-metric="loss"></div>' +
      '<div class="panel-title"><b>Leaving ↓ &lt;here&gt;</b><span>x</span></div>'
    expect(partsIn(html)).toEqual({
      title: '1 Rock & roll',
      metrics: ['loss'],
      panels: ['Leaving ↓ <here>'],
    })
  })
})
