import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areaAverage } from './areaAverage.ts'

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0)

describe('areaAverage', () => {
  it('averages whole blocks', () => {
    const image = [0, 2, 4, 6, 2, 4, 6, 8, 10, 10, 0, 0, 10, 10, 0, 0]
    expect([...areaAverage({ rows: 4, columns: 4 }, 2)(image)]).toEqual([2, 6, 10, 0])
  })

  it('shares a pixel between the new ones that it lies across', () => {
    const reduced = areaAverage({ rows: 1, columns: 3 }, 2, { left: 0, top: 0, side: 3 })([4.5, 9, 13.5])
    expect([...reduced].map((value) => Number(value.toFixed(5)))).toEqual([4, 8, 0, 0])
  })

  it('leaves an image of the right size as it is, and pads one that is not square', () => {
    expect([...areaAverage({ rows: 2, columns: 2 }, 2)([1, 2, 3, 4])]).toEqual([1, 2, 3, 4])
    expect([...areaAverage({ rows: 4, columns: 2 }, 4)([1, 2, 3, 4, 5, 6, 7, 8])]).toEqual([
      0, 1, 2, 0, 0, 3, 4, 0, 0, 5, 6, 0, 0, 7, 8, 0,
    ])
  })

  it('reads one image of many', () => {
    expect([...areaAverage({ rows: 1, columns: 1 }, 1)([5, 6, 7], 2)]).toEqual([7])
  })

  it('keeps the ink, whatever the sizes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 255 })),
        (rows, columns, size, bytes) => {
          const image = Float32Array.from({ length: rows * columns }, () => Number(bytes.next().value))
          const reduced = areaAverage({ rows, columns }, size)(image)
          const scale = (Math.max(rows, columns) / size) ** 2
          expect(Math.abs(sum(reduced) * scale - sum(image))).toBeLessThan(1e-3 * (1 + sum(image)))
          expect(Math.max(...reduced)).toBeLessThan(Math.max(...image) + 1e-3)
        },
      ),
      { numRuns: 100, seed: 1 },
    )
  })
})
