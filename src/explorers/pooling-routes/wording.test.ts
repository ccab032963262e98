import { expect, test } from 'vitest'
import { arriving, comparison, pool, shifted, type Kind } from './routes.ts'
import { number, pickWords, placeWords, rowsWords, shiftWords } from './wording.ts'

/** Two by two windows: 5 twice and two zeros in the first, only zeros in the second. */
const map = [
  [5, 0, 0, 0, 7, 1],
  [5, 0, 0, 0, 2, 0],
  [1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4, 5, 6],
  [1, 2, 3, 4, 5, 6],
].flat()
const words = (kind: Kind, picked: number, size: 2 | 3 = 2, draws = Array<number>(9).fill(0.6)) => {
  const outputs = pool(map, kind, size, draws)
  return pickWords(map, picked, outputs, arriving(kind, outputs.length), kind)
}

test('numbers and places', () => {
  expect(number(-1.005)).toBe('−1')
  expect(number(-0.001)).toBe('0')
  expect(placeWords(8)).toBe('row 2, column 3')
  expect(rowsWords([1, 2.5, -3, 4])).toBe('1, 2.5; −3, 4')
})

test('max: who wins, also where two tie', () => {
  expect(words('max', 4)).toBe('The greatest of 7, 1, 2, 0 is 7. The picked number gets all of 8.')
  expect(words('max', 0)).toBe(
    'The greatest of 5, 0, 5, 0 is 5, which stands there twice: the first has it. The picked number gets all of 4.',
  )
  expect(words('max', 6)).toContain('The picked number gets nothing.')
  expect(words('globalMax', 4)).toBe('The greatest of 36 numbers is 7. The picked number gets all of 72.')
})

test('average: the same for each', () => {
  expect(words('average', 4)).toBe('The mean of 4 numbers is 2.5. Each of them gets 8 / 4 = 2.')
  expect(words('globalAverage', 4)).toContain('Each of them gets 72 / 36 = 2.')
})

test('stochastic: what was drawn, with which probability, and nothing of zeros', () => {
  expect(words('stochastic', 4)).toBe(
    'Of 7, 1, 2, 0 it drew 7. The picked number had the probability 0.7. It gets all of 8. In use the output is 5.4.',
  )
  expect(words('stochastic', 2)).toBe(
    'All are 0: nothing is drawn, the output is 0, and no gradient goes back.',
  )
})

test('windows that overlap, and a place that none reaches', () => {
  expect(words('max', 14, 3)).toBe(
    'It is in 4 windows, whose outputs are 5, 7, 3, 5. From them it gets 0 + 0 + 8 + 0 = 8.',
  )
  expect(words('max', 35, 3)).toContain('No window reaches this number')
})

test('what a shift does', () => {
  const at = (kind: Kind, by: number) => {
    const [before, after] = [map, shifted(map, by)].map((each) => pool(each, kind, 2, [])) as [
      ReturnType<typeof pool>,
      ReturnType<typeof pool>,
    ]
    return shiftWords(by, after.length, comparison(before, after))
  }
  expect(at('max', 0)).toBe('The map stands where it was.')
  expect(at('max', 1)).toBe('One pixel to the right: 6 of 9 outputs are other numbers than before.')
  expect(at('max', 2)).toContain('Beyond the first column they are the old ones, one place further right.')
  expect(at('globalMax', 1)).toBe('One pixel to the right: the output is the same number.')
  expect(at('globalAverage', 1)).toBe('One pixel to the right: the output is another number.')
})
