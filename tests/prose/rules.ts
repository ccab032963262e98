/** All rules, by what they ask for. docs/authoring.md has the same list. */
import type { Rule } from './rule.ts'
import { noFalseEffects } from './rules/effects.ts'
import { exercises } from './rules/exercises.ts'
import { readingTime } from './rules/readingTime.ts'
import { references } from './rules/references.ts'
import { shortSentences } from './rules/sentences.ts'
import { terms } from './rules/terms.ts'
import { typedNumbers, typedSpreads } from './rules/typedNumbers.ts'
import { plainWords } from './rules/words.ts'

export const rules: Readonly<Record<string, Rule>> = {
  'asserts nothing that measurements do not show': noFalseEffects,
  'types no measured number': typedNumbers,
  'uses no term before its definition': terms,
  'sets up its figures, speaks of them, and uses its labelled equations': references,
  'has exercises with hints and solutions, and some that a figure checks': exercises,
  'writes plain words': plainWords,
  'writes short sentences': shortSentences,
  'takes as long as its front matter says': readingTime,
}

/** Those that the words of figures are held to as well. */
export const figureRules: Readonly<Record<string, Rule>> = {
  'asserts nothing that measurements do not show': noFalseEffects,
  'types no measured spread': typedSpreads,
  'writes plain words': plainWords,
}

/** Those of the slides and notes of a lecture, which come after the chapter and need no terms or exercises. */
export const lectureRules: Readonly<Record<string, Rule>> = {
  'asserts nothing that measurements do not show': noFalseEffects,
  'types no measured number': typedNumbers,
  'writes plain words': plainWords,
  'writes short sentences': shortSentences,
}
