import { describe, expect, it } from 'vitest'
import { random } from './random.ts'
import type { Random } from './random.ts'

const draw = (r: Random, n = 8) => Array.from({ length: n }, () => r.uniform())

/** Of two streams, from n draws each; its standard error is 1 / sqrt(n). */
const correlation = (a: Random, b: Random, n = 20000) => {
  let sum = 0
  for (let i = 0; i < n; i++) sum += (a.uniform() - 0.5) * (b.uniform() - 0.5) * 12
  return sum / n
}

describe('random', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    expect(draw(random(7))).toEqual(draw(random(7)))
    const firsts = Array.from({ length: 2000 }, (_, seed) => random(seed - 1000).uniform())
    expect(new Set(firsts).size).toBe(2000)
    expect(random(1).uniform()).not.toBe(random(1 + 2 ** 32).uniform())
  })

  it('splits by purpose, independent of how much was drawn', () => {
    const parent = random(3)
    const before = draw(parent.split('weights'))
    draw(parent, 100)
    parent.normal()
    draw(parent.split('order'))
    expect(draw(parent.split('weights'))).toEqual(before)
    const streams = ['weights', 'order', 'data', 'weights 1', 'weights 2'].map((name) =>
      parent.split(name).uniform(),
    )
    expect(new Set([...streams, random(3).uniform(), parent.split('a').split('b').uniform()]).size).toBe(7)
    expect(random(4).split('weights').uniform()).not.toBe(before[0])
  })

  it('keeps streams of neighbouring seeds and names uncorrelated', () => {
    // The standard error of each is 1 / sqrt(20000) = 0.007.
    expect(Math.abs(correlation(random(0), random(1)))).toBeLessThan(0.03)
    expect(Math.abs(correlation(random(0).split('a'), random(0).split('b')))).toBeLessThan(0.03)
    expect(Math.abs(correlation(random(0).split('a'), random(1).split('a')))).toBeLessThan(0.03)
    expect(Math.abs(correlation(random(0), random(0).split('a')))).toBeLessThan(0.03)
  })

  it('has the moments and the shape of the distributions it names', () => {
    const n = 100000
    const r = random(11)
    const bins = new Float64Array(10)
    let [uniformSum, sum, squares, fourth, beyond] = [0, 0, 0, 0, 0]
    for (let i = 0; i < n; i++) {
      const u = r.uniform(-2, 4)
      expect(u >= -2 && u < 4).toBe(true)
      uniformSum += u
      bins[Math.floor(((u + 2) / 6) * 10)]! += 1
      const z = r.normal()
      sum += z
      squares += z * z
      fourth += z ** 4
      if (Math.abs(z) > 1.959964) beyond++
    }
    expect(uniformSum / n).toBeCloseTo(1, 1)
    for (const count of bins) expect(Math.abs(count / n - 0.1)).toBeLessThan(0.006)
    expect(Math.abs(sum / n)).toBeLessThan(0.015)
    expect(Math.abs(squares / n - 1)).toBeLessThan(0.02)
    expect(Math.abs(fourth / n - 3)).toBeLessThan(0.15)
    expect(Math.abs(beyond / n - 0.05)).toBeLessThan(0.004)
    expect(random(5).normal(10, 0)).toBe(10)
  })

  it('shuffles fairly and keeps every element', () => {
    const r = random(2)
    const counts = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const order = r.shuffle([0, 1, 2]).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
    expect([...random(0).permutation(50)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    )
  })

  it('compares many numbers at once as one after the other', () => {
    const [one, other] = [random(9), random(9)]
    const found = one.atLeast(0.3, 1000)
    expect([...found]).toEqual(draw(other, 1000).map((u) => (u >= 0.3 ? 1 : 0)))
    expect(found.reduce((sum, each) => sum + each, 0) / 1000).toBeCloseTo(0.7, 1)
    expect(one.uniform()).toBe(other.uniform())
  })

  it('refuses what is not an integer', () => {
    expect(() => random(0.5)).toThrow('expected an integer seed, got 0.5')
    expect(() => random(Number.NaN)).toThrow('integer seed')
    expect(() => random(0).integer(0)).toThrow('at least 1, got 0')
  })
})
