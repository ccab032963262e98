import { expect, it } from 'vitest'
import { outcomeWords, penaltyWords } from './wording.ts'

it('says which weight is 0, and whether a corner made it so', () => {
  expect(outcomeWords(1, { point: [1, 0], binding: true })).toContain('w₂ is 0, exactly')
  expect(outcomeWords(0.5, { point: [0, -1], binding: true })).toContain('w₁ is 0, exactly')
  expect(outcomeWords(2, { point: [1, 0], binding: true })).toContain('not because of a corner')
  expect(outcomeWords(Infinity, { point: [1, 0], binding: true })).toContain('not because of a corner')
})

it('does not call a small weight 0', () => {
  const words = outcomeWords(1.1, { point: [1, 3e-7], binding: true })
  expect(words).toContain('No weight is 0')
  expect(words).toContain('(1.00, 3×10⁻⁷)')
})

it('says that the corners of p = ∞ are not sparse', () => {
  expect(outcomeWords(Infinity, { point: [-1, 1], binding: true })).toContain('Neither weight is 0')
})

it('says when the limit is not felt', () => {
  expect(outcomeWords(1, { point: [0.2, 0], binding: false })).toContain('not felt')
})

it('names the λ where there is one', () => {
  expect(penaltyWords(2, 0.5).replaceAll('\u00a0', ' ')).toBe(
    'with λ = 0.50, the loss + λ (w₁^2 + w₂^2) is lowest at w*, too',
  )
  expect(penaltyWords(1, 0.5)).toContain('|w₁| + |w₂|')
  expect(penaltyWords(0.5, null)).toContain('dented')
  expect(penaltyWords(Infinity, null)).toContain('not finite')
})
