/**
 * The workloads: what is trained, on which rows, from which weights. One batch is the whole set, so that the order
 * of its rows does not matter and contestants can be held to equal losses. No tfjs.
 */
import { digits } from '../../../src/nn/datasets/digits.ts'
import type { Dataset } from '../../../src/nn/datasets/dataset.ts'
import { circles } from '../../../src/nn/datasets/circles.ts'
import { glorotUniform } from '../../../src/nn/initializers.ts'
import { random, type Random } from '../../../src/nn/random.ts'

export type ActivationName = 'tanh' | 'relu' | 'sigmoid'

interface Common {
  batch: number
  /** Draws the rows of one seed, as many as a batch has. */
  rows: (r: Random, count: number) => Dataset
}
export interface DenseWorkload extends Common {
  kind: 'dense'
  /** Inputs, units of every hidden layer, outputs. One output: a sigmoid; more: a softmax. */
  sizes: readonly number[]
  /** One stack of networks for each. */
  activations: readonly ActivationName[]
  seeds: readonly number[]
}
/** 3x3 convolution, ReLU, 2x2 max pooling, twice; then a dense layer. Padding keeps the size. */
export interface CnnWorkload extends Common {
  kind: 'cnn'
  /** Pixels a side. */
  size: number
  channels: readonly [number, number]
  classes: number
}
export type Workload = DenseWorkload | CnnWorkload

const images =
  (size: number) =>
  (r: Random, count: number): Dataset =>
    digits(r, { train: count, test: 10, size }).train

/** Normal numbers; the feature that has the class's number stands out. */
const clouds =
  (features: number, classes: number) =>
  (r: Random, count: number): Dataset => {
    const y = Uint8Array.from({ length: count }, () => r.integer(classes))
    const x = Float32Array.from({ length: count * features }, () => r.normal())
    y.forEach((label, row) => (x[row * features + label]! += 3))
    return { x, y, count, features, classes }
  }

const small = (batch: number): DenseWorkload => ({
  kind: 'dense',
  sizes: [2, 8, 8, 1],
  activations: ['tanh'],
  seeds: [0],
  batch,
  rows: (r, count) => circles(r, { count, noise: 0.3 }),
})
const cnn = (size: number): CnnWorkload => ({
  kind: 'cnn',
  size,
  channels: [8, 16],
  classes: 10,
  batch: 64,
  rows: images(size),
})

export const workloads = {
  'a-10': small(10),
  'a-256': small(256),
  b: {
    kind: 'dense',
    sizes: [64, ...Array<number>(19).fill(64), 10],
    activations: ['tanh'],
    seeds: [0],
    batch: 128,
    rows: clouds(64, 10),
  },
  c: cnn(16),
  d: cnn(28),
  e: {
    kind: 'dense',
    sizes: [144, 32, 32, 32, 32, 32, 10],
    activations: ['sigmoid', 'tanh', 'relu'],
    seeds: [0, 1, 2, 3, 4],
    batch: 64,
    rows: images(12),
  },
} satisfies Record<string, Workload>
export type WorkloadName = keyof typeof workloads

/**
 * The rows of one seed. The second half repeats the first with other classes: no network can learn both, so
 * losses stay away from 0 and gradients from the range of slow, denormal numbers, however long a round lasts.
 */
export function rowsOf({ batch, rows }: Workload, seed: number): Dataset {
  const half = batch / 2
  const { x, y, features, classes } = rows(random(seed).split('data'), half)
  const other = y.map((label) => (label + 1) % classes)
  return {
    x: Float32Array.of(...x, ...x),
    y: Uint8Array.of(...y, ...other),
    count: batch,
    features,
    classes,
  }
}

export interface LayerWeights {
  /** `[inputs, outputs]`; of a convolution `[3, 3, channels, filters]`. */
  kernel: Float32Array
  bias: Float32Array
}

const draw = (r: Random, count: number, fanIn: number, fanOut: number, outputs: number): LayerWeights => ({
  kernel: glorotUniform().draw(r.split('kernel 0'), count, fanIn, fanOut),
  bias: new Float32Array(outputs),
})

const generator = (seed: number, layer: number) => random(seed).split('weights').split(`layer ${layer}`)

/** The same as those that `mlp` of src/nn draws for this seed. */
export const denseWeights = ({ sizes }: DenseWorkload, seed: number): LayerWeights[] =>
  sizes.slice(1).map((units, layer) => {
    const inputs = sizes[layer]!
    return draw(generator(seed, layer), inputs * units, inputs, units, units)
  })

/** Two convolutions and the dense layer. */
export function cnnWeights({ size, channels: [first, second], classes }: CnnWorkload): LayerWeights[] {
  const flat = Math.floor(size / 4) ** 2 * second
  return [
    draw(generator(0, 0), 9 * first, 9, 9 * first, first),
    draw(generator(0, 1), 9 * first * second, 9 * first, 9 * second, second),
    draw(generator(0, 2), flat * classes, flat, classes, classes),
  ]
}

/** Of Adam, in all contestants that have it. */
export const learningRate = 0.001
