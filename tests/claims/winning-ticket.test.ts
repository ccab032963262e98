/** What the chapter says of winning tickets, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/winning-ticket/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { sum } from './numeric.ts'
import { verdict } from './verdict.ts'

const minus = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value - b[seed]!)
const mean = (values: readonly number[]) => sum(values) / values.length

it('round by round: with 7% of its weights a rewound network makes no more mistakes than whole, drawn anew it does', async () => {
  const { rewound, anew, shuffled } = await runExperiment(experiment)
  const whole = rewound.metrics.testError[1]!
  const [own, others, random] = [rewound, anew, shuffled].map(({ metrics }) => final(metrics.testError))
  expect(Math.abs(mean(minus(own!, whole)))).toBeLessThan(0.02)
  expect(
    verdict({
      what: 'test error, drawn anew - rewound, 6.9% of the weights',
      values: minus(others!, own!),
      holds: (difference) => difference > 0,
      expected: 'above 0',
      atLeast: 4,
    }),
  ).toBe('holds')
  expect(mean(minus(others!, own!))).toBeGreaterThan(0.015)
  expect(mean(minus(random!, own!))).toBeGreaterThan(0.03)
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
  expect(mean(errors(short))).toBeGreaterThan(0.15)
  expect(Math.max(...errors(enough))).toBeLessThan(0.15)
  expect(mean(errors(long))).toBeGreaterThan(0.11)
  expect(mean(errors(long))).toBeLessThan(0.15)
  expect(mean(minus(errors(short), errors(long)))).toBeGreaterThan(0.02)
  expect(mean(minus(final(long.anew.metrics.testError), errors(long)))).toBeGreaterThan(0.01)
})

it(
  'at once: the rewound network has no advantage over the same mask with new weights',
  negative,
  async () => {
    const { rewound, anew } = await runExperiment(experiment, { config: { how: 'atOnce' } })
    for (const round of [6, 8, 10, 12]) {
      const [own, others] = [rewound, anew].map(({ metrics }) => metrics.testError[round + 1]!)
      // Below 0 would be an advantage of new weights; 1.5 points is what the claim above asks for.
      const advantage = mean(minus(others!, own!))
      expect(advantage, `round ${round}`).toBeLessThan(0.015)
      expect(advantage, `round ${round}`).toBeGreaterThan(-0.05)
    }
  },
)
