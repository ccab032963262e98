/** Sentences that can be read in one breath. */
import type { Rule } from '../rule.ts'
import { passages, sentences } from '../text/passages.ts'

/** Words in a sentence, a formula being one of them. */
export const mostWords = 45

export const shortSentences: Rule = ({ tree }) =>
  passages(tree)
    .flatMap(sentences)
    .map((sentence) => ({
      sentence,
      words: sentence.text.split(/\s+/).filter((word) => /[\p{L}\p{N}⟨]/u.test(word)),
    }))
    .filter(({ words }) => words.length > mostWords)
    .map(({ sentence, words }) => ({
      line: sentence.lineAt(0),
      reason: `A sentence of ${words.length} words ("${words.slice(0, 6).join(' ')} ..."); ${mostWords} are the most. Make two of it.`,
    }))
