import { describe, expect, it } from 'vitest'
import { meanSquareOf, meanSquares } from './meanField.ts'

describe('meanSquareOf', () => {
  it('is the variance for a linear unit and half of it for ReLU', () => {
    expect(meanSquareOf('linear', 3)).toBeCloseTo(9, 9)
    expect(meanSquareOf('relu', 3)).toBeCloseTo(4.5, 9)
  })

  it('is the variance for tanh near 0, and 1 far from it', () => {
    expect(meanSquareOf('tanh', 1e-4) / 1e-8).toBeCloseTo(1, 6)
    expect(meanSquareOf('tanh', 1e6)).toBeCloseTo(1, 2)
  })
})

describe('meanSquares', () => {
  it('stays with 2/n for ReLU, halves with 1/n, and is a sixth a layer with U(±1/√n)', () => {
    for (const value of meanSquares('relu', 10, 50, Math.sqrt(2 / 50))) expect(value).toBeCloseTo(1, 9)
    expect(meanSquares('relu', 10, 50, Math.sqrt(1 / 50)).at(-1)).toBeCloseTo(2 ** -10, 9)
    expect(meanSquares('relu', 2, 50, Math.sqrt(1 / 150)).at(-1)).toBeCloseTo(1 / 36, 9)
  })

  it('shrinks for tanh with 1/n, as tanh is below its tangent', () => {
    const values = meanSquares('tanh', 10, 50, Math.sqrt(1 / 50))
    for (const [i, value] of values.entries()) expect(value).toBeLessThan(values[i - 1] ?? 1)
  })
})
