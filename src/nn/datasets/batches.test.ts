import { describe, expect, it } from 'vitest'
import { random } from '../random.ts'
import { anyVersion, batchOrder, firstRows, pickRows, versionOrder } from './batches.ts'
import { generate, type Dataset } from './dataset.ts'

/** Ten rows whose two features say which row of which set they are. */
const numbered = (set: number) => {
  let row = 0
  return generate({ count: 10, features: 2, classes: 2 }, (x) => x.set([set, row++]))
}

/** Batches of 4 rows, one after the other. */
const batches = (sets: readonly Dataset[], seeds: readonly number[]) => {
  const order = batchOrder(
    10,
    seeds.map((seed) => random(seed).split('order')),
    4,
  )
  return () => pickRows(sets, order.next())
}

describe('batches', () => {
  const sets = [numbered(0), numbered(1)]
  const make = () => batches(sets, [0, 1])

  it('keeps sets apart and rows whole', () => {
    const { x, y, seeds, rows, features } = make()()
    expect([seeds, rows, features]).toEqual([2, 4, 2])
    for (let i = 0; i < 8; i++) {
      expect(x[2 * i]).toBe(i < 4 ? 0 : 1)
      expect(y[i]).toBe(x[2 * i + 1]! % 2)
    }
  })

  it('takes each row once in every pass, across batches', () => {
    const next = make()
    const seen = Array.from({ length: 5 }, () => [...next().x.subarray(0, 8)].filter((_, i) => i % 2)).flat()
    for (const pass of [seen.slice(0, 10), seen.slice(10)]) {
      expect([...pass].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    }
    expect(seen.slice(0, 10)).not.toEqual(seen.slice(10))
  })

  it('is decided by the seed of its own set alone', () => {
    const both = make()()
    const alone = batches([sets[1]!], [1])()
    expect(both.x.slice(8)).toEqual(alone.x)
  })

  it('gives the same batches one at a time, several at once, and after some were skipped', () => {
    const create = () => batchOrder(10, [random(0), random(1)], 4)
    const [single, several, skipping] = [create(), create(), create()]
    const all = Array.from({ length: 7 }, () => [...single.next()]).flat()
    expect([...several.next(3), ...several.next(4)]).toEqual(all)
    skipping.skip(5)
    expect([...skipping.next(2)]).toEqual(all.slice(5 * 8))
  })

  it('gives the first rows in their own order', () => {
    expect([...firstRows(sets, 2).x]).toEqual([0, 0, 0, 1, 1, 0, 1, 1])
    expect(firstRows(sets).y).toHaveLength(20)
  })

  it('refuses sets of different shape', () => {
    const wide = generate({ count: 10, features: 3, classes: 2 }, () => {})
    expect(() => firstRows([sets[0]!, wide])).toThrow('expected sets of 2 features, got one of 3')
  })

  it('takes each row once in every pass, as any of its versions, and the same after some were skipped', () => {
    const randoms = (name: string) => [0, 1].map((seed) => random(seed).split(name))
    const plain = () => batchOrder(10, randoms('order'), 5)
    const versions = () => anyVersion(plain(), 3, randoms('version'))
    const picks = versions().next(60)
    expect(picks.map((pick) => Math.floor(pick / 3))).toEqual(plain().next(60))
    expect([...new Set(picks)]).toHaveLength(30)
    const later = versions()
    later.skip(20)
    expect(later.next(40)).toEqual(picks.subarray(200))
  })

  it('with versions takes the rows that it takes without them, and one version is none', () => {
    const orders = () => [0, 1].map((seed) => random(seed).split('order'))
    const plain = batchOrder(10, orders(), 5).next(60)
    expect(versionOrder(10, 1, orders(), 5).next(60)).toEqual(plain)
    const picks = versionOrder(10, 9, orders(), 5).next(60)
    expect(picks.map((pick) => Math.floor(pick / 9))).toEqual(plain)
    expect(new Set(picks.map((pick) => pick % 9)).size).toBe(9)
  })
})
