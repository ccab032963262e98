/**
 * Before a backend is trusted, the first updates of a tiny network on it are held against double precision: half-float
 * graphics cards, broken drivers and wrong kernels differ in the third digit or in the first.
 */
import {
  adamOptions,
  learningRate,
  probe,
  reference,
  replicas,
  rows,
  updates,
  type CanaryActivation,
  type Outcome,
  type Probe,
} from './canaryReference.ts'
import { mlp } from './layers/mlp.ts'
import { softmaxCrossEntropy } from './losses.ts'
import { adam } from './optimizers/adam.ts'
import { random } from './random.ts'
import { read } from './tensors.ts'
import { createTrainer } from './trainer.ts'
import * as tf from './tf.ts'

/**
 * How far a parameter of about 1 may be off. 32 bits are off by 1e-6 here; half floats, with their 11 bits, by
 * 2e-4 before anything is computed.
 */
export const tolerance = 2e-5

/** Odd sizes, whose ends a vector does not fill; on WebGL equal ones, which take half as many shaders. */
const [oddSizes, equalSizes] = [
  [4, 8, 8, 3],
  [8, 8, 8, 8],
] as const
/** By ordinary ops, as most of a figure computes, or as its training loop does, which may be one kernel for all. */
const ways = ['ops', 'trainer'] as const

/** What is wrong with the current backend, in words that go on a sentence; null when it can be trusted. */
export function canary(): string | null {
  const flag = 'WEBGL_CPU_FORWARD'
  // WebGL leaves tensors as small as these to the processor, and then nothing of it would be seen.
  const webgl = tf.getBackend() === 'webgl'
  const forward = webgl && tf.env().getBool(flag)
  if (webgl) tf.env().set(flag, false)
  try {
    const given = probe(webgl ? equalSizes : oddSizes)
    for (const activation of ['tanh', 'relu'] as const) {
      const expected = reference(given, activation)
      for (const way of webgl ? ways.slice(0, 1) : ways) {
        const off = distance(train(given, activation, way), expected)
        if (!(off <= tolerance))
          return `a small ${activation} network comes out ${Number.isFinite(off) ? `wrong by ${off.toPrecision(1)}` : 'as NaN or infinite'}`
      }
    }
    return null
  } finally {
    if (webgl) tf.env().set(flag, forward)
  }
}

const worst = (found: readonly Float32Array[], expected: readonly number[][]): number =>
  found.reduce(
    (most, values, i) =>
      values.reduce((sofar, value, j) => Math.max(sofar, Math.abs(value - expected[i]![j]!)), most),
    0,
  )

/** The greatest difference; NaN or infinity where one is not finite. */
const distance = (found: Outcome<Float32Array>, expected: Outcome): number =>
  Math.max(worst(found.params, expected.params), worst(found.losses, expected.losses))

function train(
  { sizes, x, y, params }: Probe,
  activation: CanaryActivation,
  way: (typeof ways)[number],
): Outcome<Float32Array> {
  const [features, classes] = [sizes[0], sizes.at(-1)!]
  const seeds = Array.from({ length: replicas }, (_, seed) => seed)
  const model = mlp({ inputs: features, hidden: sizes.slice(1, -1), outputs: classes, activation, seeds })
  const optimizer = adam(learningRate, adamOptions)
  tf.tidy(() => model.params.forEach((param, i) => param.assign(tf.tensor(params[i]!, param.shape))))
  if (way === 'trainer') {
    const set = { x, y, count: rows, features, classes }
    const trainer = createTrainer({
      model,
      optimizer,
      loss: 'softmaxCrossEntropy',
      sets: seeds.map(() => set),
      orders: seeds.map((seed) => random(seed)),
      batchSize: rows,
    })
    try {
      trainer.advance(updates)
      return { params: trainer.save().tensors.slice(0, params.length), losses: [] }
    } finally {
      trainer.dispose()
    }
  }
  const losses: tf.Tensor[] = []
  const inputs = tf.tensor3d(x, [1, rows, features])
  const labels = tf.tidy(() => tf.tile(tf.tensor2d(Int32Array.from(y), [1, rows], 'int32'), [replicas, 1]))
  try {
    const loss = () => softmaxCrossEntropy(labels, model.trace(inputs).at(-1)!.a)
    for (let i = 0; i < updates; i++) losses.push(optimizer.minimize(loss, model.params))
    const all = read(() => [...losses, ...model.params])
    return { losses: all.slice(0, updates), params: all.slice(updates) }
  } finally {
    tf.dispose(losses)
    model.dispose()
    optimizer.dispose()
    tf.dispose([inputs, labels])
  }
}
