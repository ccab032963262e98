/** Inputs that no starting weights are made for: not numbers, or far from the size of 1. */
import type { Finding } from '../diagnosis.ts'
import type { Case } from '../evidence.ts'
import type { Symptoms } from '../symptoms.ts'
import { number, percent } from '../words.ts'

/** Initializers assume inputs of size 1; the book's data sets lie between 0.9 and 1.2. */
const [tooSmall, tooLarge] = [0.1, 10]

const found = (sentence: string): Finding => ({ cause: 'inputs', sentence, remedy: null })

export function inputs({ start }: Case, { diverged, stuck, thrown }: Symptoms): Finding | null {
  if (start.missingInputs > 0 && (diverged || !Number.isFinite(start.loss)))
    return found(
      `${percent(start.missingInputs)} of the inputs are not numbers, and every sum that one of them enters becomes NaN`,
    )
  if (!diverged && !stuck && !thrown) return null
  if (start.inputs > tooLarge)
    return found(
      `the inputs have a size of ${number(start.inputs)} (root mean square) where the starting weights expect about 1, so everything after them is as many times too large`,
    )
  if (start.inputs < tooSmall)
    return found(
      `the inputs have a size of ${number(start.inputs)} (root mean square) where the starting weights expect about 1, so the first layer’s gradients are as many times too small`,
    )
  return null
}
