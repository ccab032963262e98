/** Every mistake of an author is an error with its line and the fix. */
import { describe, expect, it } from 'vitest'
import { frontMatter, mistakes } from './book.ts'

/** `text` starts on line 9, below the front matter. */
const cases: Record<string, [text: string, message: RegExp]> = {
  'unknown word': [
    '<Figur id="a" widget="born-dead" />',
    /^content\/en\/test\.mdx:9:1: <Figur> .* Did you mean "Figure"\?/,
  ],
  'unknown word, no near one': [
    '<Video />',
    /:9:1: <Video> is not in the authoring vocabulary\. There are: Aside, Cite/,
  ],
  'unknown HTML': ['<div>x</div>', /:9:1: <div> is not used in chapters/],
  'missing attribute': [
    '<Figure widget="born-dead" />',
    /:9:1: <Figure> has no id\. Write <Figure id="\.\.\.">/,
  ],
  'unknown attribute': [
    '<Aside titel="x">\n\nNote.\n\n</Aside>',
    /:9:1: <Aside> has no attribute "titel"\. Did you mean "title"/,
  ],
  'computed attribute': ['<Figure id={name} widget="born-dead" />', /:9:1: <Figure> has a computed id/],
  'word inside a paragraph': ['Text <Summary>x</Summary> text.', /:9:6: <Summary> stands inside a paragraph/],
  'unknown figure': [
    '\n<Figure id="a" widget="born-daed" />',
    /:10:1: There is no src\/widgets\/born-daed\/index\.tsx\. Did you mean "born-dead"/,
  ],
  'unknown explorer': [
    '<Explorer id="a" name="function" />',
    /:9:1: There is no src\/explorers\/function\/index\.tsx\. Did you mean "functions"/,
  ],
  'doubled figure id': [
    '<Figure id="a" widget="born-dead" />\n\n<Figure id="a" widget="born-dead" />',
    /:11:1: The id "a" is already used in line 9/,
  ],
  'doubled heading': ['## One\n\n## One', /:11:1: The id "one" is already used in line 9/],
  'reserved heading': ['## References', /:9:1: The id "references" is used by the page itself/],
  'impossible id': ['<Figure id="A b" widget="born-dead" />', /:9:1: "A b" cannot be an id/],
  'heading of the first level': ['# Title', /:9:1: The title of the chapter comes from the front matter/],
  'unknown citation': [
    'As shown <Cite k="he2105" />.',
    /:9:10: content\/references\.bib has no entry "he2105"\. Did you mean "he2015"/,
  ],
  'unknown reference': [
    'See <Ref to="eq:slop" />.\n\n$$\nx \\label{eq:slope}\n$$',
    /:9:5: Nothing in this chapter is called "eq:slop"\. Did you mean "eq:slope"/,
  ],
  'faulty label': ['$$\nx \\label{slope}\n$$', /:9:1: \\label\{slope\} should be \\label\{eq:slope\}/],
  'label in a sentence': ['So $x \\label{eq:x}$.', /:9:4: Only displayed equations have numbers/],
  'doubled label': [
    '$$\nx \\label{eq:x}\n$$\n\n$$\ny \\label{eq:x}\n$$',
    /:13:1: The id "eq-x" is already used in line 9/,
  ],
  'math alone in a table header': [
    '| a | $x$ |\n| - | - |\n| 1 | 2 |',
    /:9:\d+: A table header of math alone/,
  ],
  'unknown recording': [
    'It gets <Measured from="activation-rase" of="loss" variant="tanh" />.',
    /:9:9: There is no recording "activation-rase"\. Did you mean "activation-race"/,
  ],
  'unknown variant of a recording': [
    'It gets <Measured from="activation-race" of="loss" variant="tan" />.',
    /:9:9: There is no variant "tan"\. Did you mean "tanh"/,
  ],
  'no variant of a recording': [
    'It gets <Measured from="activation-race" of="loss" />.',
    /:9:9: Say which variant: variant="\.\.\.", one of tanh, relu\./,
  ],
  'unknown metric of a recording': [
    'It gets <Measured from="activation-race" of="los" variant="tanh" />.',
    /:9:9: There is no metric "los"\. Did you mean "loss"/,
  ],
  'unknown trial': [
    'It gets <Measured from="trials/maxout" of="map" />.',
    /:9:9: There is no value of this trial "map"\. Did you mean "maps"/,
  ],
  'unknown statistic': [
    'It gets <Measured from="activation-race" of="loss" variant="tanh" stat="mode" />.',
    /:9:9: There is no stat "mode"\. There are: diverged, list, max, mean/,
  ],
  'a number that differs between variants': [
    'Both get <Measured from="activation-race" of="loss" variant="tanh relu" at={10} />.',
    /:9:10: These are not one number: tanh 0\.60, relu 0\.50\. Give each variant/,
  ],
  'a step that was not measured': [
    'It gets <Measured from="activation-race" of="loss" variant="tanh" at={15} />.',
    /:9:9: Nothing was measured at step 15; the last step is 20, and between two are 10\./,
  ],
  'a level that is never reached': [
    'It gets there after <Measured from="activation-race" of="loss" variant="tanh" below={0.001} /> steps.',
    /:9:21: With seed 0 the loss of tanh never gets there\./,
  ],
  'a number without its source': [
    'It gets <Measured of="loss" variant="tanh" />.',
    /:9:9: <Measured> has no from\. Write <Measured from="\.\.\.">/,
  ],
  'broken anchor': ['[there](#nowhere)', /:9:1: No heading or figure has the id "nowhere"/],
  'broken chapter link': [
    '[there](../activation/)',
    /:9:1: The link "\.\.\/activation\/" leads to no chapter\. Did you mean "activations"/,
  ],
  'absolute link': ['[there](/en/activations/)', /:9:1: The link "\/en\/activations\/" may break/],
  'faulty math': ['$$\n\\frc{1}{2}\n$$', /:9:1: .*Undefined control sequence: \\frc/],
  'faulty math in a sentence': ['Text $\\frac{1}$.', /:9:6: .*KaTeX/],
  import: ['import x from "y"', /:9:1: Chapters have no import or export/],
  'code in braces': ['A {set} of things.', /:9:3: \{set\} is code\. Write \\\{ for a brace/],
  'broken MDX': ['<Aside>\n\nText', /:9:1.*Aside/],
  'undefined note': ['Text.[^a]', /:9:1: The note \[\^a\] is not defined/],
  'unused note': ['Text.\n\n[^a]: Note.', /:11:1: No text refers to the note \[\^a\]/],
  'stop that says it twice': [
    '<StopHere>\n\nStop here if you know.\n\n</StopHere>',
    /:9:1: The mark already says "Stop here if"/,
  ],
  'check by an absent figure': [
    '<Exercise check="activation-race" metric="loss" atMost={0.1}>\n\nDo.\n\n</Exercise>',
    /:9:1: check="activation-race" is not a live figure of this chapter/,
  ],
  'check without a goal': [
    '<Figure id="a" widget="born-dead" />\n\n<Exercise check="born-dead" metric="loss">\n\nDo.\n\n</Exercise>',
    /:11:1: An <Exercise> with check also needs metric, and atLeast or atMost/,
  ],
  'conditions without a figure': [
    '<Exercise depth={6}>\n\nDo.\n\n</Exercise>',
    /:9:1: Conditions need a figure/,
  ],
}

const changed = (from: string, to: string) => mistakes('Text.', frontMatter.replace(from, to))

describe('a mistake in the text', () => {
  it.each(Object.entries(cases))('%s', async (_, [text, message]) => {
    expect(await mistakes(text)).toMatch(message)
  })

  it('does not hide the others', async () => {
    const message = await mistakes('<Figur />\n\n<Cite k="nobody" />\n\n[x](#y)')
    expect(message.split('\n')).toHaveLength(3)
  })
})

describe('a mistake in the front matter', () => {
  it('is reported with its line', async () => {
    expect(await changed('minutes: 5', 'minutes: five')).toMatch(
      /^content\/en\/test\.mdx:6:1: .*"minutes" must be a number/,
    )
    expect(await changed('revised: 2026-11-20', 'revised: yesterday')).toMatch(
      /:7:1: .*must be a day such as/,
    )
    expect(await changed('minutes: 5', 'minuts: 5')).toMatch(/:6:1: .*"minuts" is not a field/)
    expect(await changed('title: Test', 'title: ""')).toMatch(/:2:1: .*"title" must not be empty/)
    expect(await changed('order: 3', 'order: 2.5')).toMatch(/:4:1: .*whole number/)
  })

  it('may be its absence', async () => {
    expect(await changed('minutes: 5\n', '')).toMatch(/:1:1: .*"minutes" is missing/)
    expect(await mistakes('Text.', '')).toMatch(/:1:1: Front matter is missing/)
    expect(await changed('requires: [activations]', 'requires: [activations')).toMatch(/not valid YAML/)
  })

  it('is also a chapter that does not exist, or a number that is taken', async () => {
    expect(await changed('[activations]', '[activation]')).toMatch(
      /no chapter "activation"\. Did you mean "activations"/,
    )
    expect(await changed('order: 3', 'order: 1')).toMatch(/order 1 is taken by activations\.mdx/)
  })
})
