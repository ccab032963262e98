import { expect, test } from 'vitest'
import { mosaic } from './mosaic.ts'

test('pictures stand row by row, one empty cell apart', () => {
  const view = mosaic(
    [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
    ],
    { size: 2, columns: 2, limit: 12 },
  )
  const gap = Number.NaN
  expect([view.rows, view.columns]).toEqual([5, 5])
  expect([...view.values]).toEqual(
    [
      [1, 2, gap, 5, 6],
      [3, 4, gap, 7, 8],
      [gap, gap, gap, gap, gap],
      [9, 10, gap, gap, gap],
      [11, 12, gap, gap, gap],
    ].flat(),
  )
})
