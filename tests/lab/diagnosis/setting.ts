/** One network with its data and its training, as plain values: what a fault is made of. Trained here, in Node. */

import { choice, range, type Config } from '../../../src/lab/config.ts'
import type { Evidence } from '../../../src/lab/diagnosis/evidence.ts'
import type { Inspection } from '../../../src/lab/inspection.ts'
import type { ActivationName } from '../../../src/nn/activations/scalar.ts'
import { firstRows } from '../../../src/nn/datasets/batches.ts'
import type { Dataset } from '../../../src/nn/datasets/dataset.ts'
import { digits } from '../../../src/nn/datasets/digits.ts'
import { planar } from '../../../src/nn/datasets/planar.ts'
import { remember } from '../../../src/nn/datasets/remember.ts'
import { constant, glorotNormal, heNormal, zeros, type Initializer } from '../../../src/nn/initializers.ts'
import { inspect } from '../../../src/nn/inspect.ts'
import { mlp } from '../../../src/nn/layers/mlp.ts'
import { sigmoidCrossEntropy, softmaxCrossEntropy } from '../../../src/nn/losses.ts'
import { adam } from '../../../src/nn/optimizers/adam.ts'
import { momentum } from '../../../src/nn/optimizers/momentum.ts'
import { sgd } from '../../../src/nn/optimizers/sgd.ts'
import { random } from '../../../src/nn/random.ts'
import { scaledInitializer } from '../../../src/nn/scaledInitializer.ts'
import { batchTensors, read } from '../../../src/nn/tensors.ts'
import * as tf from '../../../src/nn/tf.ts'
import { createTrainer } from '../../../src/nn/trainer.ts'

export interface Setting {
  data: 'digits' | keyof typeof planar
  /** What is wrong with the data, if anything: see `spoiled`. */
  spoil?: 'missing' | 'shuffled' | { times: number } | { plus: number }
  activation: ActivationName
  depth: number
  width: number
  optimizer: 'sgd' | 'momentum' | 'adam'
  learningRate: number
  initializer: 'matched' | 'xavier' | 'he' | 'zeros' | 'constant'
  weightScale: number
  /** All biases start here. */
  bias: number
  /** The layer (from 1) whose biases start at -10 instead. */
  buried?: number
  steps: number
}

export const race: Setting = {
  data: 'digits',
  activation: 'relu',
  depth: 6,
  width: 32,
  optimizer: 'momentum',
  learningRate: 0.01,
  initializer: 'matched',
  weightScale: 1,
  bias: 0,
  steps: 200,
}
export const bend: Setting = { ...race, data: 'spirals', depth: 2, width: 16, optimizer: 'adam', steps: 480 }
export const kill: Setting = { ...race, depth: 2, width: 64, optimizer: 'sgd', learningRate: 0.5 }

/** As many as the figures' trainer looks at. */
const rowsInspected = 200
const losses = { sigmoidCrossEntropy, softmaxCrossEntropy }
const optimizers = { sgd, momentum, adam }

function initializerOf({ initializer, activation, weightScale }: Setting): Initializer {
  if (initializer === 'zeros') return zeros()
  if (initializer === 'constant') return constant(0.1 * weightScale)
  const saturates = activation === 'sigmoid' || activation === 'tanh'
  const xavier = initializer === 'xavier' || (initializer === 'matched' && saturates)
  return scaledInitializer(xavier ? glorotNormal() : heNormal(), weightScale)
}

const drawn = remember(20, (data: Setting['data'], seed: number): Dataset => {
  const r = random(seed).split('data')
  if (data === 'digits') return digits(r, { train: 2000, test: 10, size: 12 }).train
  return planar[data](r.split('train'), { count: 400, noise: 0.1 })
})

function spoiled(set: Dataset, seed: number, spoil: Setting['spoil']): Dataset {
  if (spoil === undefined) return set
  const r = random(seed).split('spoil')
  if (spoil === 'shuffled') return { ...set, y: r.shuffle(set.y.slice()) }
  if (spoil === 'missing') return { ...set, x: set.x.map((value) => (r.uniform() < 0.001 ? NaN : value)) }
  return { ...set, x: set.x.map((value) => ('times' in spoil ? value * spoil.times : value + spoil.plus)) }
}

/** What a reader could change, as in the figures' own setups; the defaults are the race's. */
export const fields = {
  depth: range({ label: 'Depth', min: 1, max: 20, step: 1, default: race.depth }),
  width: range({ label: 'Width', min: 2, max: 128, step: 1, default: race.width }),
  optimizer: choice({ label: 'Optimizer', options: ['sgd', 'momentum', 'adam'], default: 'momentum' }),
  learningRate: range({ label: 'Learning rate', min: 1e-6, max: 100, default: 0.01, scale: 'log' }),
  initializer: choice({
    label: 'Starting weights',
    options: ['matched', 'xavier', 'he', 'zeros', 'constant'],
    default: 'matched',
  }),
  weightScale: range({ label: 'Starting weights times', min: 0.1, max: 30, default: 1, scale: 'log' }),
} satisfies Config

/** Trains all seeds at once, inspects at steps 0, 1, 2, 4, 8, ... and at the end, and measures as a figure does. */
export function observe(setting: Setting, seeds: readonly number[]): Evidence {
  const sets = seeds.map((seed) => spoiled(drawn(setting.data, seed), seed, setting.spoil))
  const images = setting.data === 'digits'
  const model = mlp({
    inputs: sets[0]!.features,
    hidden: Array<number>(setting.depth).fill(setting.width),
    outputs: images ? 10 : 1,
    activation: setting.activation,
    kernelInitializer: initializerOf(setting),
    biasInitializer: constant(setting.bias),
    seeds,
  })
  const buried = setting.buried ? model.layers[setting.buried - 1] : undefined
  if (buried) tf.tidy(() => buried.bias.assign(tf.fill(buried.bias.shape, -10)))
  const optimizer = optimizers[setting.optimizer](setting.learningRate)
  const loss = images ? 'softmaxCrossEntropy' : 'sigmoidCrossEntropy'
  const orders = seeds.map((seed) => random(seed).split('order'))
  const trainer = createTrainer({ model, optimizer, loss, sets, orders, batchSize: images ? 64 : 50 })
  const seen = batchTensors(firstRows(sets, rowsInspected))
  const inspections: Inspection[] = []
  const measured: number[] = []
  const values = seeds.map((): number[] => [])
  const diverged = seeds.map((): number | null => null)
  const evidence = (): Evidence => ({
    setup: { config: fields },
    config: { ...setting },
    variant: setting.activation,
    steps: setting.steps,
    inspections,
    losses: { steps: measured, values },
    diverged,
  })
  try {
    for (let step = 0; ; step++) {
      const last = step === setting.steps || diverged.every((at) => at !== null)
      if (last || (step & (step - 1)) === 0) {
        inspections.push(inspect({ step, model, ...seen, loss, optimizer }))
      }
      if (last || step % 20 === 0 || step < 16) {
        const now = read(() => [losses[loss](seen.y, model.apply(seen.x))])[0]!
        measured.push(step)
        values.forEach((own, i) => own.push(now[i]!))
        now.forEach((value, i) => {
          if (!Number.isFinite(value)) diverged[i] ??= step
        })
      }
      if (last) return evidence()
      trainer.advance(1)
    }
  } finally {
    trainer.dispose()
    tf.dispose([seen.x, seen.y])
  }
}
