/**
 * An experiment in words that other libraries understand: what `train.ts` of a widget does with its settings, as data.
 * The writers make programs of it, `file.ts` the numbers that go with them. Types only.
 */
import type { Pixels } from '../nn/datasets/digits.ts'
import type { planar } from '../nn/datasets/planar.ts'
import type { Scope } from '../nn/pruning/cutOrder.ts'
import type { Criterion } from '../nn/pruning/criteria.ts'

/**
 * Starting weights of a layer with n inputs and m outputs. Normal ones have the mean 0, and their standard deviation is
 * sqrt(2 / n) for `he` and sqrt(2 / (n + m)) for `xavier`; `fanInUniform` is uniform on plus or minus 1 / sqrt(n).
 * What is drawn is multiplied by all of `times`.
 */
export type Start = (
  | { rule: 'he' | 'xavier' | 'fanInUniform' }
  | { rule: 'normal'; stddev: number; mean?: number }
  | { rule: 'constant'; value: number }
) & { times?: readonly number[] }

export type Activation = 'linear' | 'sigmoid' | 'tanh' | 'relu' | 'leakyRelu' | 'elu'

/** Of all hidden layers. Epsilons are added to variances. */
export type Normalization =
  | { name: 'batch'; momentum: number; epsilon: number }
  | { name: 'layer'; epsilon: number }
  | { name: 'group'; groups: number; epsilon: number }
  | { name: 'weight' }

/** Rows of numbers, `x` `[count, features]`; `y` is a class (uint8) or a number (float32) for each. */
export interface Rows {
  x: Float32Array
  y: Uint8Array | Float32Array
  count: number
  features: number
}

export type Data =
  | { kind: 'planar'; name: keyof typeof planar; noise: number; count: number }
  /**
   * `randomLabels`: the share of the training images whose class is drawn from all classes (see nn's `randomLabels`).
   * `shifts`: by how many pixels at most each is moved when an update takes it, all ways equally likely.
   * `pixels`: what is seen of them (see nn's `Pixels`); standardised by default.
   */
  | {
      kind: 'digits'
      train: number
      test: number
      size: number
      randomLabels?: number
      shifts?: number
      pixels?: Pixels
    }
  /** Made by the widget itself; there is no test set. */
  | { kind: 'rows'; count: number; features: number; draw: () => Rows }

/** Of a convolutional network; windows of poolings stand side by side, and fit into the maps a whole number of times. */
export type MapLayer =
  /**
   * Strides 1 and padding `same` by default, and the network's activation. With `maxFeatureMap` (Wu et al. 2018) twice as
   * many sums are made, and map k is the greater of sum k and sum k + filters. Where `trainable` is false, kernel and
   * bias stay what they are at the start.
   */
  | {
      name: 'conv2d'
      filters: number
      kernelSize: number
      strides?: number
      padding?: 'same' | 'valid'
      activation?: 'maxFeatureMap'
      trainable?: boolean
    }
  | { name: PoolingName; poolSize: number }
  | { name: 'globalAveragePooling2d' }
export type PoolingName = 'maxPooling2d' | 'averagePooling2d' | 'stochasticPooling2d'

export interface Training {
  kind: 'training'
  /** Of which network, where a variant trains several side by side: "learning rate 0.2". */
  name?: string
  data: Data
  /**
   * From an image of the digits to the maps that go to the output layer as one row. Then `hidden` is empty, and there is
   * neither normalization nor dropout.
   */
  maps?: readonly MapLayer[] | undefined
  /** Units of the hidden layers. */
  hidden: readonly number[]
  outputs: number
  /** Of the hidden layers; the output layer is linear. */
  activation: Activation
  normalization?: Normalization | undefined
  /** In training, a number drawn uniformly from plus or minus this, for each hidden unit and step, is added before the activation. */
  shift?: number | undefined
  /**
   * In training, the share of the hidden units that is left out, after the activation. What is kept is divided by
   * 1 - rate; with another `scaling` it stays as it is: `use` multiplies by 1 - rate when the network is used, as
   * Srivastava et al. (2014) do with the weights, and `none` scales nothing at all.
   */
  dropout?: { rate: number; scaling?: 'use' | 'none' } | undefined
  start: Start
  /** Of the output layer, where it starts by another rule. */
  outputStart?: Start | undefined
  /** Hidden units are then scaled and shifted so that the first batch gives each mean 0 and variance 1. */
  fitted?: boolean
  /** `halfMeanSquare`: half the mean of (prediction - target) squared. The others take logits. */
  loss: 'sigmoidCrossEntropy' | 'softmaxCrossEntropy' | 'halfMeanSquare'
  /** `momentum` is classical momentum of 0.9; `adam` has Keras's constants. */
  optimizer: 'sgd' | 'momentum' | 'adam'
  learningRate: number
  /** Added to the loss for all kernels, never for biases: strength times the sum of |w|, or of w². */
  penalty?: { name: 'l1' | 'l2'; strength: number } | undefined
  /**
   * What each update does to all kernels besides, never to biases. `softThreshold`: afterwards every weight moves towards
   * zero, and not across it, by strength times the learning rate. `decay`: it loses strength times the learning rate
   * times what it was before.
   */
  shrink?: { name: 'softThreshold' | 'decay'; strength: number } | undefined
  /**
   * Weights that are cut: after `step` updates `sparsity` of all kernel weights are 0, and stay 0. The least important go
   * first, by nn's criteria, with one threshold for all layers or one for each; what was cut before is among them. Steps
   * ascend. Networks of dense layers with ReLUs and a softmax.
   */
  prune?: Prune | undefined
  /**
   * After `step` updates all but `left` units of each hidden layer are cut: all weights that lead into a unit and out of
   * it are 0, and stay 0. Those stay whose incoming weights are longest. Instead of `prune`.
   */
  cutUnits?: { step: number; left: number } | undefined
  /**
   * After `step` updates a convolutional network is cut. All but `left` filters of each convolution go, with what the next
   * layer makes of their maps; those stay whose absolute weights have the greatest sums. Or single weights go: of each
   * layer with a kernel its own share, the smallest first. Instead of `prune`.
   */
  cutMaps?: { step: number; left: number } | { step: number; shares: readonly number[] } | undefined
  /** Rows of an update; all of them for plain gradient descent. */
  batchSize: number
  /** Number of updates. */
  steps: number
  /** The program says how it goes after so many updates. */
  measureEvery: number
  /** The loss that it says is that of the first so many training rows; of all where it is absent. */
  lossRows?: number
  /** The least loss there is, where it is known: what is above it is said, too. */
  leastLoss?: number
}

export interface Prune {
  by: Criterion
  scope: Scope
  cuts: readonly { step: number; sparsity: number }[]
  /** What the generator of drawn importances is called; nn's `pruningDraws` by default. */
  draws?: string
  /** The importance at the first cut counts for all of them. */
  once?: boolean | undefined
  /**
   * With each cut all that is left goes back to what it started from, biases too, and the optimizer starts anew, so
   * the learning rate must be one that readers cannot change. What the program says at the step of a cut is the network
   * before it. `weights`: where the network starts from weights of its own, what their generator is called; masks are
   * then found by a network beside it, which starts as all others do.
   */
  rewind?: { weights?: string | undefined } | undefined
}

/** Nothing learns: normal inputs of variance 1 go through square layers once. */
export interface Passing {
  kind: 'passing'
  /** Number of inputs, `rows`, and their length, which is the width of all layers. */
  rows: number
  width: number
  depth: number
  activation: 'tanh' | 'relu'
  start: Start
}

export type Experiment = Training | Passing

/**
 * As a widget describes it: how long it trains and when it is measured is known from its setup, unless its steps are not
 * updates.
 */
export type Outline = (Omit<Training, Times> & Partial<Pick<Training, Times>>) | Passing
type Times = 'steps' | 'measureEvery'
