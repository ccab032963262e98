import { describe, expect, it } from 'vitest'
import { random } from '../random.ts'
import { generate } from './dataset.ts'
import { randomLabels } from './randomLabels.ts'

const set = generate({ count: 1000, features: 1, classes: 10 }, (x, label) => x.fill(label))
const changed = (share: number, seed = 0) => {
  const { y } = randomLabels(set, share, random(seed))
  return Array.from(y.keys()).filter((row) => y[row] !== set.y[row])
}

describe('randomLabels', () => {
  it('draws the class of a share of the rows from all classes: nine in ten of them then are wrong', () => {
    expect(changed(0)).toEqual([])
    expect(changed(0.3).length / 1000).toBeCloseTo(0.27, 1)
    expect(changed(1).length / 1000).toBeCloseTo(0.9, 1)
    const counts = Array<number>(10).fill(0)
    for (const label of randomLabels(set, 1, random(0)).y) counts[label]!++
    expect(Math.min(...counts)).toBeGreaterThan(70)
    expect(Math.max(...counts)).toBeLessThan(130)
  })

  it('a larger share relabels what a smaller one does, and the seed decides', () => {
    const [some, more] = [changed(0.2), new Set(changed(0.6))]
    expect(some.every((row) => more.has(row))).toBe(true)
    expect(changed(0.2)).toEqual(some)
    expect(changed(0.2, 1)).not.toEqual(some)
  })

  it('leaves the set that was given as it is, and shares its rows', () => {
    const before = set.y.slice()
    expect(randomLabels(set, 1, random(0)).x).toBe(set.x)
    expect(set.y).toEqual(before)
  })

  it.each([-0.1, 1.1, Number.NaN])('refuses a share of %d', (share) => {
    expect(() => randomLabels(set, share, random(0))).toThrow(/share from 0 to 1/)
  })
})
