import { describe, expect, it } from 'vitest'
import { differentUnits } from './differentUnits.ts'

describe('differentUnits', () => {
  it('counts exact copies once', () => {
    const copies = [
      [1, 2],
      [1, 2],
      [1, 2],
    ]
    expect(differentUnits(copies, 0)).toEqual({ groups: 1, spread: 0 })
  })

  it('takes units for the same up to a share of the longer one', () => {
    const near = [
      [1, 0],
      [1.05, 0],
    ]
    expect(differentUnits(near, 0.1).groups).toBe(1)
    expect(differentUnits(near, 0.01).groups).toBe(2)
    // The same distance, ten times shorter units.
    expect(
      differentUnits(
        [
          [0.1, 0],
          [0.15, 0],
        ],
        0.1,
      ).groups,
    ).toBe(2)
  })

  it('links units over others, in whatever order they come', () => {
    const chain = [[1], [1.2], [1.1], [3], [1.3]]
    for (const units of [chain, chain.toReversed(), chain.toSorted((a, b) => a[0]! - b[0]!)])
      expect(differentUnits(units, 0.1).groups).toBe(2)
  })

  it('measures the two that are furthest apart against the longest', () => {
    expect(
      differentUnits(
        [
          [3, 4],
          [3, 4],
          [-3, -4],
        ],
        0.1,
      ).spread,
    ).toBe(2)
    expect(
      differentUnits(
        [
          [0, 0],
          [3, 4],
        ],
        0.1,
      ),
    ).toEqual({ groups: 2, spread: 1 })
  })

  it('finds one unit where there is one, or where all are 0', () => {
    expect(differentUnits([[5, 1]], 0.1)).toEqual({ groups: 1, spread: 0 })
    expect(
      differentUnits(
        [
          [0, 0],
          [0, 0],
        ],
        0.1,
      ),
    ).toEqual({ groups: 1, spread: 0 })
  })
})
