import { describe, expect, it } from 'vitest'
import {
  choiceAt,
  choiceNear,
  closeUp,
  lastNumber,
  numberOf,
  pixelAt,
  strips,
  windowAt,
  type Box,
} from './layout.ts'

const sizes = [
  [330, 330],
  [440, 330],
  [440, 260],
  [900, 400],
] as const

const inside = ({ x, y, side }: Box, width: number, height: number) =>
  x >= 0 && y >= 0 && x + side <= width && y + side <= height

describe.each(sizes)('in %d by %d px', (width, height) => {
  it('every filter has a strip inside the picture, and a press on its map chooses it', () => {
    const { strips: all } = strips(width, height)
    expect(all).toHaveLength(lastNumber + 1)
    for (const { filterBox, map, pooled, ...choice } of all) {
      for (const box of [filterBox ?? map, map, pooled]) expect(inside(box, width, height)).toBe(true)
      expect(choiceNear(map.x + map.side / 2, map.y + map.side / 2, width, height)).toEqual(choice)
    }
  })

  it('what is seen at close range is inside, and a press on the map finds its pixel', () => {
    for (const layer of [0, 1]) {
      const { inputs, weights, map, pooled, sentences } = closeUp(layer, width, height)
      for (const box of [...inputs, ...weights, map, pooled]) expect(inside(box, width, height)).toBe(true)
      expect(sentences[1]).toBeLessThan(height)
      const cell = map.side / (layer === 0 ? 12 : 6)
      const at = (row: number, column: number) => [map.x + (column + 0.5) * cell, map.y + (row + 0.5) * cell]
      const [x, y] = at(4, 2) as [number, number]
      expect(pixelAt(x, y, layer, width, height)).toEqual({ row: 4, column: 2 })
      expect(pixelAt(map.x + map.side + 2, y, layer, width, height)).toBeNull()
    }
  })
})

it('counts filters through, and stays among them', () => {
  for (let number = 0; number <= lastNumber; number++) expect(numberOf(choiceAt(number))).toBe(number)
  expect(choiceAt(-3)).toEqual({ layer: 0, filter: 0 })
  expect(choiceAt(99)).toEqual({ layer: 1, filter: 15 })
})

it('cuts windows off at the edges', () => {
  expect(windowAt({ row: 5, column: 5 }, 12)).toEqual([4, 4, 3, 3])
  expect(windowAt({ row: 0, column: 11 }, 12)).toEqual([0, 10, 2, 2])
})
