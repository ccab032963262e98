import { expect, it } from 'vitest'
import type { Beliefs } from './bayes.ts'
import { drawWords, modeWords, penaltyWords } from './wording.ts'

const gaussian: Beliefs = { kind: 'gaussian', scale: 0.6, width: 0.6, centre: 0.8 }
const laplace: Beliefs = { ...gaussian, kind: 'laplace' }

it('says by which rule the mode lies where it does', () => {
  expect(modeWords(gaussian)).toContain('(σ² + s²) = 0.50')
  expect(modeWords(gaussian)).toContain('not 0')
  expect(modeWords({ ...gaussian, centre: 0 })).toContain('because the centre is')
  expect(modeWords(laplace)).toContain('The mode is 0.20')
  expect(modeWords({ ...laplace, centre: 0.5 })).toContain('0, exactly')
})

it('names the λ of the penalty', () => {
  expect(penaltyWords(gaussian)).toBe('λ w² with λ = 1 / (2 σ²) = 1.39')
  expect(penaltyWords(laplace)).toBe('λ |w| with λ = 1 / b = 1.67')
})

it('counts exact zeros apart from what is near', () => {
  expect(drawWords([0, 0.01, -0.02, 1])).toBe('1 of 4 are exactly 0; 75% lie within 0.05 of it.')
})
