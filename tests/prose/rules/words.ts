/** Words that say nothing, promise too much, or are not this book's word for a thing. */
import type { Rule } from '../rule.ts'
import { passages } from '../text/passages.ts'

export interface Word {
  pattern: RegExp
  /** What to do instead. */
  instead: string
  caught: string
  passes: string
}

const leaveOut = 'Leave it out.'
const colours = 'red|orange|yellow|green|teal|blue|purple|violet|pink|brown|gr[ae]y'

export const words: readonly Word[] = [
  {
    pattern: /\bsimply\b/gi,
    instead: leaveOut,
    caught: 'It simply adds up.',
    passes: 'It is simple: it adds up.',
  },
  {
    pattern:
      /\bjust\b(?! (?:as|above|below|beneath|before|after|as|under|over|enough|outside|inside|short)\b)/gi,
    instead: 'Leave it out, or write "only".',
    caught: 'Just multiply by 2.',
    passes: 'It stays just below 1.',
  },
  {
    pattern: /\b(?:obviously|clearly|trivially|evidently|of course|needless to say)\b/gi,
    instead: 'What is clear needs no word for it, and what is not needs a reason.',
    caught: 'Clearly, this fails.',
    passes: 'The figure makes it clear.',
  },
  {
    pattern:
      /\b(?:powerful|magic(?:al|ally)?|revolution\w+|amazing(?:ly)?|incredibl[ey]|remarkabl[ey]|game.?chang\w+|state.of.the.art|cutting.edge|groundbreaking|seamless(?:ly)?|crucial(?:ly)?|elegant(?:ly)?)\b/gi,
    instead: 'Say what it does, with a number.',
    caught: 'A powerful trick.',
    passes: 'The second power of z.',
  },
  {
    pattern:
      /\b(?:leverag(?:e|es|ing)|delv(?:e|es|ing)|dive into|deep dive|unlock(?:s|ing)?|harness(?:es|ing)?)\b/gi,
    instead: 'Write "use", "look at" or what is done.',
    caught: 'We delve into it.',
    passes: 'We look at it.',
  },
  {
    pattern:
      /\b(?:it is (?:important|worth|interesting) to (?:note|mention|remember)|it is worth (?:noting|mentioning)|it should be noted|note that|in this (?:section|chapter),? we will|as we will see|let us now|let's now)\b/gi,
    instead: 'Say the thing itself.',
    caught: 'It is important to note that weights differ.',
    passes: 'The weights differ.',
  },
  {
    pattern: /(?<!\bpower )\biterations?\b/gi,
    instead: 'Write "step": one update of the weights.',
    caught: 'After 100 iterations it learns.',
    passes: 'One power iteration finds the largest singular value.',
  },
  {
    pattern: /\brun (?:#\s?|no\.? ?|number )\d+|\b(?:in|of) run \d+/gi,
    instead: 'Write "seed": runs differ in their seed.',
    caught: 'Run #3 fails.',
    passes: 'Run 600 steps with seed 3.',
  },
  {
    pattern: /\b(?:[Mm]odel|[Nn]etwork) (?:[A-D]\b|#\d)/g,
    instead: 'Name the variant by its label in the figure.',
    caught: 'Model A wins.',
    passes: 'The network with He weights learns. A network 10 layers deep does not.',
  },
  {
    pattern: /—|(?<=\s)–(?=\s)/g,
    instead: 'Use a colon, a comma or a new sentence for the dash.',
    caught: 'One thing — the rate.',
    passes: 'Layers 1–3 and a zero-centred unit.',
  },
  {
    pattern: new RegExp(
      `\\b(?:${colours}) (?:line|curve|series|band|dots?|bars?|points?|network|variant)s?\\b`,
      'gi',
    ),
    instead: 'Name the series by its label: not every reader sees the colour.',
    caught: 'The blue line falls.',
    passes: 'The line of He falls. A grey image.',
  },
]

/** What <ManySay> quotes is not ours. */
export const plainWords: Rule = ({ tree }) =>
  passages(tree)
    .filter(({ kind }) => kind !== 'says')
    .flatMap((passage) =>
      words.flatMap(({ pattern, instead }) =>
        Array.from(passage.text.matchAll(pattern), (match) => ({
          line: passage.lineAt(match.index),
          reason: `"${match[0]}" is not a word of this book. ${instead}`,
        })),
      ),
    )
