/** The book's own figures, as published, asked "Why did it break?" at their ends. */
import { beforeAll, expect, test } from 'vitest'
import { defaults } from '../../../src/lab/config.ts'
import { diagnose } from '../../../src/lab/diagnosis/diagnose.ts'
import type { Diagnosis } from '../../../src/lab/diagnosis/diagnosis.ts'
import type { Experiment } from '../../../src/lab/experiment.ts'
import type { Inspection } from '../../../src/lab/inspection.ts'
import type { ConfigOf, Setup, VariantOf } from '../../../src/lab/setup.ts'
import { engine } from '../../../src/nn/engine.ts'
import race from '../../../src/widgets/activation-race/train.ts'
import kill from '../../../src/widgets/kill-a-relu/train.ts'
import bend from '../../../src/widgets/one-bend/train.ts'

const seeds = [0, 1, 2, 3, 4]

/** One variant's whole run, inspected after 0, 1, 2, 4, 8, ... steps and at the end. */
async function asked<S extends Setup, View>(
  experiment: Experiment<S, View>,
  variant: VariantOf<S>,
): Promise<Diagnosis | null> {
  const { setup } = experiment
  const config = defaults(setup.config) as ConfigOf<S>
  const steps = setup.steps(config)
  const inspections: Inspection[] = []
  const losses = { steps: [] as number[], values: seeds.map((): number[] => []) }
  const diverged = seeds.map((): number | null => null)
  const frames = experiment.train({ config, variant, seeds })
  let { value: frame } = await frames.next()
  while (frame) {
    const { step } = frame
    inspections.push(await frame.inspect!())
    const { loss } = (await frame.measure()) as Record<string, ArrayLike<number>>
    losses.steps.push(step)
    losses.values.forEach((values, i) => values.push(loss![i]!))
    diverged.forEach((at, i) => (diverged[i] = at ?? (Number.isFinite(loss![i]) ? null : step)))
    if (step === steps || diverged.every((at) => at !== null)) break
    ;({ value: frame } = await frames.next(Math.min(step || 1, steps - step)))
  }
  await frames.return()
  return diagnose({ setup, config, variant, steps, inspections, losses, diverged })
}

beforeAll(() => engine.use('wasm'))

test('one-bend: all three variants learn what they can', async () => {
  expect(await asked(bend, 'linear')).toBeNull()
  expect(await asked(bend, 'tanh')).toBeNull()
  expect(await asked(bend, 'relu')).toBeNull()
})

test('activation-race: sigmoid does not move, because the error vanishes on its way back; the others learn', async () => {
  const sigmoid = await asked(race, 'sigmoid')
  console.log(sigmoid?.sentence)
  expect(sigmoid).toMatchObject({
    cause: 'vanishingGradients',
    variant: 'sigmoid',
    seeds: [0, 1, 2, 3, 4],
    remedy: { change: { optimizer: 'adam', learningRate: 0.01 } },
  })
  for (const variant of ['tanh', 'relu', 'leakyRelu', 'elu'] as const)
    expect(await asked(race, variant)).toBeNull()
})

test('kill-a-relu: the high rate kills a layer, or the numbers overflow; a lower one is proposed', async () => {
  expect(await asked(kill, 'reluLow')).toBeNull()
  const [dead, over] = [await asked(kill, 'reluHigh'), await asked(kill, 'leakyHigh')]
  console.log(`${dead?.sentence}\n${over?.sentence}`)
  const remedy = { label: 'Try a rate of 0.5', change: { highRate: 0.5 } }
  expect(dead).toMatchObject({ cause: 'deadUnits', remedy })
  expect(over).toMatchObject({ cause: 'learningRateTooHigh', seeds: [0, 1, 2, 3, 4], remedy })
})
