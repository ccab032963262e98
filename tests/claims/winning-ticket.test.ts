/** What the chapter says of winning tickets, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/winning-ticket/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { sum } from './numeric.ts'
import { meanWithin, verdict } from './verdict.ts'

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)
const mean = (values: readonly number[]) => sum(values) / values.length

it('round by round: with 7% of its weights a rewound network makes no more mistakes than whole, drawn anew it does', async () => {
  const { rewound, anew, shuffled } = await runExperiment(experiment)
  const whole = rewound.metrics.testError[1]!
  const [own, others, random] = [rewound, anew, shuffled].map(({ metrics }) => final(metrics.testError))
  expect(
    meanWithin('test error, rewound with 6.9% of the weights - whole', minus(own!, whole), [-0.02, 0.02]),
  ).toBe('holds')
  expect(
    verdict({
      what: 'test error, drawn anew - rewound, 6.9% of the weights',
      values: minus(others!, own!),
      holds: (difference) => difference > 0,
      expected: 'above 0',
      atLeast: 4,
    }),
  ).toBe('holds')
  expect(meanWithin('the same, in the mean', minus(others!, own!), [0.015, Infinity])).toBe('holds')
  expect(
    meanWithin('test error, shuffled masks - rewound, 6.9% of the weights', minus(random!, own!), [
      0.03,
      Infinity,
    ]),
  ).toBe('holds')
  // With more than a fifth of the weights it matters neither which are there nor where they start.
  for (let round = 1; round <= 7; round++)
    for (const other of [anew, shuffled]) {
      const gap = mean(minus(other.metrics.testError[round + 1]!, rewound.metrics.testError[round + 1]!))
      expect(Math.abs(gap), `round ${round}`).toBeLessThan(0.02)
    }
  // The first seed: what is left of the rewound network started large, and the weights drawn anew did not.
  const [ownStarts, newStarts] = [rewound, anew].map(({ view }) => view.starts.layers[0]!.std)
  expect(ownStarts).toBeGreaterThan(1.5)
  expect(newStarts).toBeGreaterThan(0.85)
  expect(newStarts).toBeLessThan(1.15)
})

it('four cuts of one half cost a few points, and more if rounds are short; the ticket is still ahead of new weights', async () => {
  const run = (updates: number) =>
    runExperiment(experiment, { config: { cut: 0.5, rounds: 4, updates }, variants: ['rewound', 'anew'] })
  const [short, enough, long] = [await run(100), await run(200), await run(300)]
  const errors = ({ rewound }: typeof long) => final(rewound.metrics.testError)
  expect(meanWithin('test error, rewound, rounds of 100', errors(short), [0.15, Infinity])).toBe('holds')
  expect(Math.max(...errors(enough))).toBeLessThan(0.15)
  expect(meanWithin('test error, rewound, rounds of 300', errors(long), [0.11, 0.15])).toBe('holds')
  expect(mean(minus(errors(short), errors(long)))).toBeGreaterThan(0.02)
  const behind = minus(final(long.anew.metrics.testError), errors(long))
  expect(
    meanWithin('test error, drawn anew - rewound, four cuts of one half', behind, [0.01, Infinity]),
  ).toBe('holds')
})

it(
  'at once: the rewound network has no advantage over the same mask with new weights',
  negative,
  async () => {
    const { rewound, anew } = await runExperiment(experiment, { config: { how: 'atOnce' } })
    for (const round of [6, 8, 10, 12]) {
      const [own, others] = [rewound, anew].map(({ metrics }) => metrics.testError[round + 1]!)
      // Below 0 would be an advantage of new weights; 1.5 points is what the claim above asks for.
      const what = `test error, drawn anew - rewound, cut at once as far as after ${round} rounds`
      expect(meanWithin(what, minus(others!, own!), [-0.05, 0.015])).toBe('holds')
    }
  },
)
