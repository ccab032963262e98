import { expect, it } from 'vitest'
import { activationNames, scalarActivations } from '../../nn/activations/scalar.ts'
import { number, rangeWords, slopeWords, valueWords } from './wording.ts'

it('ranges are open where an end is never reached', () => {
  expect(rangeWords(scalarActivations.sigmoid.range())).toBe('(0, 1)')
  expect(rangeWords(scalarActivations.relu.range())).toBe('[0, ∞)')
  expect(rangeWords(scalarActivations.elu.range({ alpha: 0.5 }))).toBe('(−0.5, ∞)')
})

it('the words end with the value that the function has', () => {
  for (const name of activationNames) {
    const { params, value } = scalarActivations[name]
    const own = Object.fromEntries(params.map((param) => [param.name, param.default]))
    for (const x of [-2, 0, 1.5])
      expect(valueWords(name, x, own).endsWith(`= ${number(value(x, own))}`)).toBe(true)
  }
  expect(valueWords('sigmoid', 1.5, {})).toBe('f(1.50): 1 / (1 + e^−1.50) = 0.82')
  expect(valueWords('sigmoid', -1.5, {})).toContain('e^1.50')
})

it('says what becomes of a gradient', () => {
  expect(slopeWords(0)).toContain('no gradient passes')
  expect(slopeWords(1)).toContain('full size')
  expect(slopeWords(0.149)).toContain('15%')
  expect(slopeWords(-0.5)).toContain('changes its sign')
  expect(slopeWords(0.0001)).toContain('almost nothing')
})
