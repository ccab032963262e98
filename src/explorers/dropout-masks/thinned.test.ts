import { describe, expect, it } from 'vitest'
import { allOn, answers, chances, count, examples, mean, network, pass, toss, unitsIn } from './thinned.ts'

const [one, two] = [network([10]), network([5, 5])]
const keeps = [0.1, 0.3, 0.5, 0.8]

describe('1,024 thinned networks', () => {
  it('have probabilities that add up to 1, and keep the share of units that was asked for', () => {
    for (const keep of keeps) {
      const weights = chances(keep)
      expect(weights.reduce((a, b) => a + b)).toBeCloseTo(1, 12)
      expect(
        mean(
          Float64Array.from({ length: count }, (_, mask) => unitsIn(mask)),
          weights,
        ),
      ).toBeCloseTo(10 * keep, 10)
    }
  })

  it('with one hidden layer answer on average what the whole network says with scaled weights', () => {
    for (const x of examples)
      for (const keep of keeps) {
        expect(mean(answers(one, x), chances(keep))).toBeCloseTo(pass(one, x, allOn, keep).answer, 12)
      }
  })

  it('with two hidden layers they do not: at half, B and C are off by a tenth', () => {
    const gaps = examples.map((x) =>
      Math.abs(mean(answers(two, x), chances(0.5)) - pass(two, x, allOn, 0.5).answer),
    )
    expect(gaps[0]).toBeGreaterThan(0.005)
    expect(gaps[1]).toBeCloseTo(0.1, 2)
    expect(gaps[2]).toBeCloseTo(0.1, 1)
  })
})

it('a unit that is off hands on 0, and the whole network keeps all', () => {
  for (const net of [one, two])
    for (const x of examples) {
      const mask = 0b1011011101
      const off = pass(net, x, mask)
        .activations.flatMap((layer) => [...layer])
        .filter((_, bit) => !(mask & (1 << bit)))
      expect(off).toEqual([0, 0, 0])
      expect(pass(net, x, 0).answer).toBeCloseTo(0, 12)
      expect(answers(net, x)[allOn]).toBe(pass(net, x, allOn).answer)
    }
})

it('tosses are decided by their name, and keep the share of units that was asked for', () => {
  expect(toss('7 A', 0.5)).toBe(toss('7 A', 0.5))
  const tossed = Array.from({ length: 2000 }, (_, i) => unitsIn(toss(`${i} A`, 0.3)))
  expect(tossed.reduce((a, b) => a + b) / 2000).toBeCloseTo(3, 0)
  expect(new Set(tossed).size).toBeGreaterThan(5)
})
