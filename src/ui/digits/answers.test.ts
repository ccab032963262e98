import { expect, test } from 'vitest'
import { likeliest, sayAll, says } from './answers.ts'

test('the likeliest digit, the first of equals', () => {
  expect(likeliest([0.1, 0.6, 0.3])).toEqual({ digit: 1, probability: 0.6 })
  expect(likeliest([0.5, 0.5])).toEqual({ digit: 0, probability: 0.5 })
  expect(likeliest([0.5, Number.NaN])).toBeNull()
  expect(likeliest([])).toBeNull()
})

test('readings in words', () => {
  const sure = (digit: number) => Array.from({ length: 10 }, (_, i) => (i === digit ? 0.93 : 0.07 / 9))
  expect(says('ReLU', sure(7))).toBe('ReLU reads a 7, 93%')
  expect(says('sigmoid', sure(8))).toBe('Sigmoid reads an 8, 93%')
  expect(
    sayAll([
      ['ReLU, high', Array<number>(10).fill(Number.NaN)],
      ['tanh', sure(0)],
    ]),
  ).toBe('ReLU, high has diverged and reads nothing; Tanh reads a 0, 93%.')
  expect(sayAll([])).toBe('')
})
