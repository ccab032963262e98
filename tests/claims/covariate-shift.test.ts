/** What the chapter says of batch normalization with a shift put back in, from whole runs. */
import { expect, it } from 'vitest'
import experiment from '../../src/widgets/covariate-shift/train.ts'
import { final, median, runExperiment } from '../runExperiment.ts'
import { negative } from './evidence.ts'
import { verdict } from './verdict.ts'

it(
  'batch norm learns as well with a shift that is larger than that of the network without normalization',
  negative,
  async () => {
    const result = await runExperiment(experiment, { variants: ['none', 'batch', 'batchShifted'] })
    const accuracy = (variant: 'batch' | 'batchShifted') => final(result[variant].metrics.testAccuracy)
    const [plain, shifted] = [accuracy('batch'), accuracy('batchShifted')]
    expect(
      verdict({
        what: 'test accuracy, batch norm - batch norm + shift',
        values: plain.map((value, seed) => value - shifted[seed]!),
        holds: (drop) => drop < 0.04,
        expected: 'below 0.04',
        atLeast: 4,
      }),
    ).toBe('holds')
    /** Per seed the median over the run: single measurements of a step differ. */
    const shiftOf = (variant: 'none' | 'batch' | 'batchShifted') => {
      const measured = result[variant].metrics.shift
      return measured[0]!.map((_, seed) => median(measured.map((values) => values[seed]!)))
    }
    const none = shiftOf('none')
    const more = shiftOf('batchShifted').map((value, seed) => value / none[seed]!)
    expect(
      verdict({
        what: 'shift of layer 3, batch norm + shift / none',
        values: more,
        holds: (ratio) => ratio > 2,
        expected: 'above 2',
      }),
    ).toBe('holds')
    const less = shiftOf('batch').map((value, seed) => value / none[seed]!)
    expect(
      verdict({
        what: 'shift of layer 3, batch norm / none',
        values: less,
        holds: (ratio) => ratio < 0.2,
        expected: 'below 0.2',
      }),
    ).toBe('holds')
  },
)

it('batch norm learns with a shift of up to 1', negative, async () => {
  const { batchShifted } = await runExperiment(experiment, {
    config: { shift: 1 },
    variants: ['batchShifted'],
    measureEvery: 400,
  })
  expect(
    verdict({
      what: 'test accuracy, batch norm + shift of up to 1',
      values: final(batchShifted.metrics.testAccuracy),
      holds: (accuracy) => accuracy > 0.85,
      expected: 'above 0.85',
    }),
  ).toBe('holds')
})

it('learning rate 0.1: the shift raises the training loss of both networks, and takes nothing from the test images', async () => {
  const result = await runExperiment(experiment, { config: { learningRate: 0.1 }, measureEvery: 400 })
  for (const [network, plain, shifted] of [
    ['no normalization', 'none', 'noneShifted'],
    ['batch norm', 'batch', 'batchShifted'],
  ] as const) {
    const added = (metric: 'loss' | 'testAccuracy') => {
      const without = final(result[plain].metrics[metric])
      return final(result[shifted].metrics[metric]).map((value, seed) => value - without[seed]!)
    }
    expect(
      verdict({
        what: `training loss, learning rate 0.1, ${network}, shifted - not shifted`,
        values: added('loss'),
        holds: (more) => more > 0,
        expected: 'above 0',
      }),
    ).toBe('holds')
    expect(
      verdict({
        what: `test accuracy, learning rate 0.1, ${network}, shifted - not shifted`,
        values: added('testAccuracy'),
        holds: (more) => Math.abs(more) < 0.03,
        expected: 'within 0.03 of 0',
      }),
    ).toBe('holds')
  }
})
