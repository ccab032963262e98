/** Passes through a network with units left out at random, as in training, and the average of what they say. */
import { dropoutMasks } from '../../nn/layers/dropout.ts'
import type { Mlp } from '../../nn/layers/mlp.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { answersOf, finds } from './answers.ts'

export interface Said {
  /** The share of the rows that are answered wrongly, one number for each seed. */
  error: number[]
  /** Mean cross-entropy. */
  loss: number[]
  /** The chance that a wrong answer has less certainty than a right one (see `finds`). */
  finds: number[]
}

export interface Passes {
  /** Number of passes so far. */
  readonly count: number
  /** Makes one more. Each draws its own masks, by its number and the seed. */
  add(): void
  /** Of the mean of the probabilities of all passes; uncertain is an answer whose probability varies between passes. */
  said(): Said
  /** Of each pass the probability of the true class, for the first seed: `[rows]` each. */
  readonly ofTruth: readonly Float32Array[]
}

export interface PassesOptions {
  model: Mlp
  /** `[seeds, rows, features]`, and the classes `[seeds, rows]`. They stay the caller's. */
  held: { x: tf.Tensor; y: tf.Tensor }
  /** The share of the units that is left out. */
  rate: number
  seeds: readonly number[]
}

/** Logarithms of the probabilities of the classes, so that no tiny one becomes 0. */
const logSoftmax = (logits: tf.Tensor): tf.Tensor => {
  const shifted = tf.sub(logits, tf.max(logits, -1, true))
  return tf.sub(shifted, tf.log(tf.sum(tf.exp(shifted), -1, true)))
}

const mean = (values: ArrayLike<number>, from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i]!
  return sum / (to - from)
}

/** One pass with all units: with inverted dropout nothing is left to scale. */
export function wholeNetwork({ model, held, seeds }: Omit<PassesOptions, 'rate'>): Said & {
  /** The probability of the true class for the first seed, `[rows]`. */
  ofTruth: Float32Array
} {
  const [logs, labels] = read(() => [logSoftmax(model.apply(held.x)), held.y]) as [Float32Array, Float32Array]
  const rows = labels.length / seeds.length
  const classes = logs.length / labels.length
  const ofTruth = Array.from(labels, (label, row) => logs[row * classes + label]!)
  const parts = seeds.map((_, seed) => {
    const own = logs.subarray(seed * rows * classes, (seed + 1) * rows * classes)
    const { classes: said, wrong, error } = answersOf(own, labels.subarray(seed * rows, (seed + 1) * rows))
    const doubt = Array.from(said, (answer, row) => -own[row * classes + answer]!)
    return { error, finds: finds(doubt, wrong), loss: -mean(ofTruth, seed * rows, (seed + 1) * rows) }
  })
  return {
    error: parts.map(({ error }) => error),
    loss: parts.map(({ loss }) => loss),
    finds: parts.map((part) => part.finds),
    ofTruth: Float32Array.from(ofTruth.slice(0, rows), Math.exp),
  }
}

export function createPasses({ model, held, rate, seeds }: PassesOptions): Passes {
  const [labels] = read(() => [held.y]) as [Float32Array]
  const rows = labels.length / seeds.length
  const hidden = model.layers.slice(0, -1).map(({ units }) => units)
  const draw = dropoutMasks({
    rate,
    hidden,
    rows,
    randoms: seeds.map((seed) => random(seed).split('passes')),
  })
  const classes = model.layers.at(-1)!.units
  const sums = new Float64Array(labels.length * classes)
  const squares = new Float64Array(labels.length * classes)
  /** Logarithm of the sum over the passes of the probability of the true class. */
  const truth = new Float64Array(labels.length).fill(-Infinity)
  const ofTruth: Float32Array[] = []

  return {
    get count() {
      return ofTruth.length
    },
    ofTruth,
    add() {
      const masks = draw(ofTruth.length)
      const [logs] = read(() => [logSoftmax(model.apply(held.x, { masks }))]) as [Float32Array]
      tf.dispose(masks)
      for (let i = 0; i < logs.length; i++) {
        const probability = Math.exp(logs[i]!)
        sums[i]! += probability
        squares[i]! += probability * probability
      }
      const now = Float64Array.from(labels, (label, row) => logs[row * classes + label]!)
      now.forEach((log, row) => {
        const most = Math.max(log, truth[row]!)
        truth[row] = most + Math.log(Math.exp(log - most) + Math.exp(truth[row]! - most))
      })
      ofTruth.push(Float32Array.from(now.subarray(0, rows), Math.exp))
    },
    said() {
      const count = ofTruth.length
      const parts = seeds.map((_, seed) => {
        const [from, to] = [seed * rows, (seed + 1) * rows]
        const own = sums.subarray(from * classes, to * classes)
        const { classes: said, wrong, error } = answersOf(own, labels.subarray(from, to))
        const variance = Array.from(said, (answer, row) => {
          const i = (from + row) * classes + answer
          return count === 1 ? 0 : Math.max(0, squares[i]! / count - (sums[i]! / count) ** 2)
        })
        return { error, finds: finds(variance, wrong), loss: Math.log(count) - mean(truth, from, to) }
      })
      return {
        error: parts.map(({ error }) => error),
        loss: parts.map(({ loss }) => loss),
        finds: parts.map((part) => part.finds),
      }
    },
  }
}
