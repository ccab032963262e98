/** Numbers that look measured stand in <Measured>. Typed ones may be goals, guesses, or a paper's with its <Cite>. */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Finding, Rule } from '../rule.ts'
import { passages, sentences, standIn, type Sentence } from '../text/passages.ts'

const number = String.raw`\d[\d,.]*\d|\d`
const share = String.raw`(?:${number})\s?%`

/** A mean with its spread. */
const spread = new RegExp(String.raw`(?:${number})\s?%?\s*±\s*(?:${number})\s?%?`, 'g')
const texSpread = /\d\s*(?:\\%)?\s*\\pm\s*\d/

/** What a run of a figure gives, in the words with which this book says it. */
const results = [
  String.raw`${share} of the (?:test|training) (?:images|points|digits|set|data)\b`,
  String.raw`\baccurac(?:y|ies) (?:of|is|was|are|falls to|rises to|drops to|at) (?:about |only |at most |at least )?${share}`,
  String.raw`\b(?:gets|reach(?:es|ed)|ends (?:at|with|up at)|stays at|scores|arrives at) (?:about |only |at most |at least )?${share}`,
  String.raw`${share} (?:test |training )?accuracy\b`,
  String.raw`\b(?:the |training |test |final |mean )loss (?:ends at|falls to|stays at|lies at) (?:about )?\d+\.\d+`,
].map((pattern) => new RegExp(pattern, 'gi'))

const isQuoted = ({ text }: Sentence) => text.includes(standIn['Cite']!)

/** A sentence that asks, sets a goal or a level to watch for, tells of guessing or cites a paper measures nothing. */
const measuresNothing = (sentence: Sentence): boolean => {
  const { text, passage } = sentence
  return (
    /\?["”')]*\s*$/.test(text) ||
    /\b(guess\w*|suppose|imagine|would|goal|first|when|whether|until|once|if)\b/i.test(text) ||
    isQuoted(sentence) ||
    (passage.inside.includes('Exercise') && !passage.inside.includes('Solution'))
  )
}

const advice = 'A measured number is not typed: write <Measured from="..." of="..." />, or cite whose it is.'

const matches = (sentence: Sentence, patterns: readonly RegExp[]): Finding[] =>
  patterns.flatMap((pattern) =>
    Array.from(sentence.text.matchAll(pattern), (match) => ({
      line: sentence.lineAt(match.index),
      reason: `"${match[0]}" looks measured. ${advice}`,
    })),
  )

const ownSentences = (tree: Root): Sentence[] =>
  passages(tree)
    .filter(({ kind }) => kind !== 'says')
    .flatMap(sentences)

/** A typed mean with a spread, in words or in a formula. */
export const typedSpreads: Rule = ({ tree }) => {
  const found = ownSentences(tree)
    .filter((sentence) => !isQuoted(sentence))
    .flatMap((sentence) => matches(sentence, [spread]))
  visit(tree, (node) => {
    if ((node.type === 'inlineMath' || node.type === 'math') && texSpread.test(node.value))
      found.push({
        line: node.position?.start.line ?? 1,
        reason: `A formula holds a mean with its spread. ${advice}`,
      })
  })
  return found
}

/** A typed result: an accuracy, a share of the test set, a final loss. */
export const typedResults: Rule = ({ tree }) =>
  ownSentences(tree)
    .filter((sentence) => !measuresNothing(sentence))
    .flatMap((sentence) => matches(sentence, results))

export const typedNumbers: Rule = (chapter, book) => [
  ...typedSpreads(chapter, book),
  ...typedResults(chapter, book),
]
