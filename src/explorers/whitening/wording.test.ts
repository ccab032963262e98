import { expect, it } from 'vitest'
import { diagonal, type Matrix } from './matrix.ts'
import { conditionWords, number, outcomeWords, pair, type Outcome } from './wording.ts'

const raw: Matrix = [
  [4, 2.4],
  [2.4, 4],
]
const outcome: Outcome = {
  method: 'standardised',
  mean: [55, 30],
  raw,
  turn: 0,
  epsilon: 0,
  distance: 1.25,
  least: 0.61,
}

it('writes numbers with the digits that matter, and no minus before 0', () => {
  expect([144.21, 99.96, 20.46, 0.804, -0.02, -0.001, Infinity].map(number)).toEqual([
    '144',
    '100',
    '20.5',
    '0.80',
    '−0.02',
    '0.00',
    '∞',
  ])
  expect(pair([-1, 55.32])).toBe('(−1.00, 55.3)')
  expect([1, 10.42, 1234.5, 1234567, Infinity].map(conditionWords)).toEqual([
    '1.00',
    '10.4',
    '1 235',
    '1 234 567',
    '∞',
  ])
})

it('does not call standardising whitening, and says when the two are nearly one', () => {
  expect(outcomeWords(outcome)).toContain('the correlation is 0.60')
  expect(outcomeWords(outcome)).toContain('It is not whitening')
  expect(outcomeWords({ ...outcome, raw: diagonal(4, 9) })).toContain('only then')
})

it('says what whitening costs, and what a turn adds', () => {
  expect(outcomeWords({ ...outcome, method: 'pca' })).toContain('1.25; ZCA without a turn has 0.61')
  expect(outcomeWords({ ...outcome, method: 'zca', distance: 0.61 })).toContain('0.61, the least')
  const turned = outcomeWords({ ...outcome, method: 'zca', turn: -40 })
  expect(turned).toContain('turned by −40°')
  expect(turned).not.toContain('the least')
  expect(outcomeWords({ ...outcome, method: 'pca', epsilon: 1e-4 })).toContain('it is not white')
})

it('says where the raw cloud is, and that centring stretches nothing', () => {
  expect(outcomeWords({ ...outcome, method: 'raw' })).toContain('(55.0, 30.0)')
  expect(outcomeWords({ ...outcome, method: 'centred' })).toContain('that of the raw cloud')
})
