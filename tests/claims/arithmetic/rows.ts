/**
 * A chapter's worked numbers, computed again: beside this file stands one file for each chapter, named by its slug. No
 * training: that is what the claims measure.
 */
import { describe, expect, it } from 'vitest'
import { chapter, printed, quote } from '../chapter.ts'
import { noteSentence } from '../evidence.ts'

/**
 * A sentence of the chapter with {} for each number, what these numbers are, and how far they may be off where the
 * sentence says less than its digits ("one part in 22,000").
 */
export type Row = [sentence: string, values: number[], within?: number]

/** Declares a test for each row: what is printed is what was computed, to the last printed digit. */
export function checkArithmetic(slug: string, sections: Readonly<Record<string, Row[]>>): void {
  const text = chapter(slug)
  describe.each(Object.entries(sections))('%s', (_, rows) => {
    it.each(rows)('%s', (sentence, values, within = 0) => {
      const numbers = printed(sentence, text)
      noteSentence(quote(sentence, text))
      expect(numbers).toHaveLength(values.length)
      values.forEach((computed, i) => {
        const { value: said, rounding } = numbers[i]!
        expect(Math.abs(said - computed), `printed ${said}, computed ${computed}`).toBeLessThanOrEqual(
          Math.max(within, rounding * (1 + 1e-9)),
        )
      })
    })
  })
}
