/**
 * Effects that were looked for and did not show, or that this book does not test: no sentence of the chapter asserts
 * one. What "many say" (the `says` of a box) is quoted to be corrected, so it is left out.
 */
import { describe, expect, it } from 'vitest'
import { activations } from './chapter.ts'

/** Sentences as a reader meets them: without front matter, quotes of others, tags and formulas. */
const sentences = (source: string): string[] =>
  source
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/\bsays=("[^"]*"|'[^']*')/g, '')
    .replace(/\$\$.*?\$\$|\$[^$]*\$/gs, ' x ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[*_]/g, '')
    .split(/(?<=[.!?])\s+|\n\s*\n/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '')

/** A sentence that denies or asks asserts nothing; one that reports others names them. */
const asserts = (sentence: string): boolean =>
  !/\?$|\b(not?|never|neither|nor|cannot|can't|need not|without|nothing|none|argue|argued|reported)\b/i.test(
    sentence,
  )

const better = String.raw`\b(better|best|beats?|outperforms?|superior|more accurate|higher accuracy|wins?)\b`
const helps = String.raw`\b(improves?|lowers?|reduces?|raises?|prevents?|helps?|hurts?|ruins?|speeds? up|faster|quicker|better|beats?|higher|more robust)\b`
const about = (topic: string, effect: string) =>
  new RegExp(`(${topic}).*${effect}|${effect}.*(${topic})`, 'i')

/** What does not show, how a sentence would say it, and one that does. */
const effects: [effect: string, pattern: RegExp, example: string][] = [
  ['Leaky ReLU is better than ReLU', about('leaky', better), 'Leaky ReLU is better than ReLU on digits.'],
  [
    'Leaky ReLU learns faster',
    about('leaky', String.raw`\b(faster|quicker)\b`),
    'With a leak, Leaky ReLU is faster.',
  ],
  [
    'Leaky ReLU or ELU is zero-mean',
    /\b(leaky relu|elu)\b.*\b(is|are|has a mean of) (zero-(mean|centred)|0\b)/i,
    'Leaky ReLU is zero-centred.',
  ],
  [
    'ELU is more accurate than ReLU',
    /\belu\b.*(more accurate|higher accuracy|more of the test images)/i,
    'ELU ends more accurate than ReLU.',
  ],
  [
    'a leak saves a rate that is too high',
    /\b(leak|leaky relu)\b.*\b(saves|rescues|repairs|makes .* good)\b/i,
    'The leak saves the network.',
  ],
  [
    'PReLU, GELU or SiLU is better',
    about('prelu|gelu|silu|swish', better),
    'GELU beats ReLU in most networks.',
  ],
  [
    'MFM or maxout beats ReLU with as many weights',
    about('mfm|max-feature-map|maxout', better),
    'MFM beats ReLU.',
  ],
  [
    'N(0, 1) weights make the gradient of tanh vanish',
    /(large weights|saturated tanh|those large weights|weights of variance 1|N\(0, 1\)).*gradients?\b.*\bvanish/i,
    'With large weights tanh saturates, and its gradients vanish.',
  ],
  [
    'tiny weights show in the ratio of weight gradients',
    /(tiny|small) weights.*\bratio\b.*\b(falls?|shows?|small)\b/i,
    'With tiny weights the ratio falls to a millionth.',
  ],
  [
    'sigmoid is slow for its exponential',
    /\bexp(onential)?\b.*\b(expensive|slow|costly)\b/i,
    'The exponential is expensive.',
  ],
  ['dropout lowers the error', about('dropout', helps), 'Dropout lowers the test error.'],
  ['dropout below 0.2 or above 0.6', /dropout.*\b0\.[26]\b/i, 'Use a dropout rate between 0.2 and 0.6.'],
  [
    'no scaling at test time costs accuracy',
    /\bscaling\b.*\baccuracy\b/i,
    'Forget the scaling and accuracy falls.',
  ],
  [
    'batch normalization is always faster',
    about('batch norm\\w*', helps),
    'Batch normalization speeds up training.',
  ],
  ['weight normalization is better', about('weight norm\\w*', helps), 'Weight normalization is faster.'],
  ['pooling', about('pooling', helps), 'Max pooling is more robust than average pooling.'],
  ['pruning', about('prun\\w+|lottery|winning ticket', helps), 'Pruning by magnitude beats random pruning.'],
  [
    'initial biases of ReLU above 0 help',
    about('biases? (a little )?above (zero|0)|positive bias\\w*', helps),
    'Biases above zero help.',
  ],
]

describe.each(effects)('%s', (_, pattern, example) => {
  it('is not asserted', () => {
    expect(sentences(activations).filter((sentence) => asserts(sentence) && pattern.test(sentence))).toEqual(
      [],
    )
  })

  it('would be found', () => {
    const chapter = `---\ntitle: x\n---\n\nOne sentence. ${example} Another.\n`
    const found = sentences(chapter).filter((sentence) => asserts(sentence) && pattern.test(sentence))
    expect(found).toEqual([example])
    expect(sentences(`<ManySay says="${example}">\n\nIt is not so.\n\n</ManySay>`).join(' ')).not.toContain(
      example,
    )
  })
})

it('reads the whole chapter', () => {
  const all = sentences(activations)
  expect(all.length).toBeGreaterThan(400)
  expect(all).toContain('Leaky ReLU cannot die, and does not make a bad learning rate good.')
})
