import { expect, it } from 'vitest'
import experiment from '../../src/widgets/activation-race/train.ts'
import { final, runExperiment } from '../runExperiment.ts'
import { verdict } from './verdict.ts'

it('C10: six sigmoid layers stay at chance, tanh and ReLU learn; ELU is quicker than ReLU', async () => {
  const results = await runExperiment(experiment, { measureEvery: 5 })
  expect(
    verdict({
      what: 'C10 test accuracy, sigmoid',
      values: final(results.sigmoid.metrics.testAccuracy),
      holds: (accuracy) => accuracy < 0.2,
      expected: 'below 0.2',
    }),
  ).toBe('holds')
  for (const name of ['tanh', 'relu', 'leakyRelu', 'elu'] as const) {
    expect(
      verdict({
        what: `C10 test accuracy, ${name}`,
        values: final(results[name].metrics.testAccuracy),
        holds: (accuracy) => accuracy > 0.8,
        expected: 'above 0.8',
      }),
    ).toBe('holds')
  }
  const stepsToHalf = ({ steps, metrics: { loss } }: (typeof results)['relu']) =>
    final(loss).map((_, seed) => steps[loss.findIndex((values) => values[seed]! < 0.5)] ?? Infinity)
  const [elu, relu] = [stepsToHalf(results.elu), stepsToHalf(results.relu)]
  console.log(`C10 steps to training loss 0.5: ELU ${elu.join(', ')}; ReLU ${relu.join(', ')}`)
  expect(
    verdict({
      what: 'C10 steps to training loss 0.5, ELU / ReLU',
      values: elu.map((steps, seed) => steps / relu[seed]!),
      holds: (ratio) => ratio <= 0.8,
      expected: 'at most 0.8',
    }),
  ).toBe('holds')
})

it('Leaky ReLU is not distinguishable from ReLU: no page may say that it is better', async () => {
  const { relu, leakyRelu } = await runExperiment(experiment, { variants: ['relu', 'leakyRelu'] })
  const difference = final(leakyRelu.metrics.testAccuracy).map(
    (accuracy, seed) => accuracy - final(relu.metrics.testAccuracy)[seed]!,
  )
  const mean = difference.reduce((sum, value) => sum + value, 0) / difference.length
  console.log(`test accuracy, Leaky ReLU - ReLU: ${difference.map((d) => d.toFixed(3)).join(', ')}`)
  expect(Math.abs(mean)).toBeLessThan(0.03)
})

it('the exercise can be solved: sigmoid at depth 6 reaches 85 % with Adam and larger weights', async () => {
  const config = { optimizer: 'adam', weightScale: 3 } as const
  const { sigmoid } = await runExperiment(experiment, { variants: ['sigmoid'], config })
  expect(
    verdict({
      what: 'test accuracy, sigmoid, Adam, starting weights times 3',
      values: final(sigmoid.metrics.testAccuracy),
      holds: (accuracy) => accuracy >= 0.85,
      expected: 'at least 0.85',
      atLeast: 4,
    }),
  ).toBe('holds')
})
