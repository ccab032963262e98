/**
 * What a network says of itself at one moment, in a few numbers for each layer: lab's `Inspection`, which explains
 * each of them. Batch normalization takes the mean and variance of the examples, as in training, and what it learns
 * beside kernels and biases is left out. Changes nothing and leaves no tensor behind. Costs about three backward passes.
 */
import { layerGradients, type LayerGradients } from './layers/layerGradients.ts'
import type { Dense } from './layers/dense.ts'
import type { Mlp } from './layers/mlp.ts'
import { oneHot, sigmoidCrossEntropy, softmaxCrossEntropy } from './losses.ts'
import { rootMeanSquare } from './metrics.ts'
import type { Optimizer } from './optimizers/optimizer.ts'
import { read } from './tensors.ts'
import * as tf from './tf.ts'

const losses = { sigmoidCrossEntropy, softmaxCrossEntropy }

export interface InspectOptions {
  step: number
  model: Mlp
  /** The examples, `[seeds, examples, features]`. */
  x: tf.Tensor
  /** Their classes, `[seeds, examples]`. */
  y: tf.Tensor
  loss: keyof typeof losses
  optimizer: Pick<Optimizer, 'name' | 'learningRate'>
}

/** Below this a slope hands nothing back; flat from here down, as the chapter shades it. */
const noSlope = 1e-6
const flatSlope = 0.05
/** Length of the step along which curvature is measured, relative to the length of all parameters. */
const reach = 1e-3

/** @returns an `Inspection` of lab, one number per seed everywhere. */
export function inspect({ step, model, x, y, loss, optimizer }: InspectOptions) {
  const [, examples] = x.shape as [number, number]
  const classes = Math.max(2, model.layers.at(-1)!.units)
  const whole: readonly (keyof ReturnType<typeof wholeNetwork>)[] = [
    'loss',
    'chance',
    'inputs',
    'missingInputs',
    'gradient',
    'rateLimit',
    'labelSignal',
  ]
  const parts: readonly (keyof ReturnType<typeof oneLayer>)[] = [
    'weights',
    'weightGradients',
    'deltas',
    'activations',
    'spread',
    'inactive',
    'flat',
    'diversity',
  ]
  const values = read(() => {
    const lossOf = (logits: tf.Tensor) => losses[loss](y, logits)
    const { loss: now, layers } = layerGradients(model, x, lossOf)
    const network = wholeNetwork({ model, x, y, classes, lossOf, now, layers, rule: optimizer.name })
    const perLayer = layers.map((gradients, i) => oneLayer(model.layers[i]!, gradients))
    return [...whole.map((name) => network[name]), ...perLayer.flatMap((of) => parts.map((name) => of[name]))]
  })
  const next = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, Array.from(values.shift()!)])) as Record<Name, number[]>
  const network = next(whole)
  const layers = model.layers.map(({ units, activation }) => {
    const of = next(parts)
    const update = of.weightGradients.map(
      (gradient, i) => (optimizer.learningRate * gradient) / of.weights[i]!,
    )
    return { units, activation: activation.name, ...of, update }
  })
  const { learningRate, name } = optimizer
  return { step, learningRate, optimizer: name, examples, classes, ...network, layers }
}

function oneLayer(layer: Dense, { z, a, kernel: gradient, delta }: LayerGradients) {
  const { kernel } = layer
  const slope = slopes(layer, z)
  const off = tf.lessEqual(tf.max(slope, 1), noSlope)
  const weights = rootMeanSquare(kernel)
  const apart = rootMeanSquare(tf.sub(kernel, tf.mean(kernel, -1, true)))
  return {
    weights,
    weightGradients: rootMeanSquare(gradient),
    // The loss is a mean over examples; an example's own error does not depend on how many there are.
    deltas: tf.mul(rootMeanSquare(delta), delta.shape[1]!),
    activations: rootMeanSquare(a),
    spread: rootMeanSquare(centred(a)),
    inactive: shareOf(off),
    flat: shareOf(tf.less(slope, flatSlope)),
    diversity: kernel.shape[2] === 1 ? tf.onesLike(weights) : tf.divNoNan(apart, weights),
  }
}

/** The size of the slope of each unit by what goes into it, `[seeds, examples, units]`. */
function slopes({ activation, activationParams, units }: Dense, z: tf.Tensor): tf.Tensor {
  const size = tf.abs(tf.grad((at) => tf.sum(activation.apply(at, activationParams)))(z))
  if (activation.pieces === 1) return size
  const [seeds, examples] = z.shape as [number, number]
  return tf.sum(tf.reshape(size, [seeds, examples, activation.pieces, units]), 2)
}

interface Whole {
  model: Mlp
  x: tf.Tensor
  y: tf.Tensor
  classes: number
  lossOf: (logits: tf.Tensor) => tf.Tensor
  now: tf.Tensor
  layers: LayerGradients[]
  rule: string
}

function wholeNetwork({ model, x, y, classes, lossOf, now, layers, rule }: Whole) {
  const gradients = layers.flatMap(({ kernel, bias }) => [kernel, bias])
  return {
    loss: now,
    chance: entropy(y, classes),
    inputs: rootMeanSquare(x),
    missingInputs: tf.sub(1, shareOf(tf.isFinite(x))),
    gradient: tf.sqrt(dot(gradients, gradients)),
    rateLimit: rateLimit(model, x, lossOf, gradients, rule),
    labelSignal: [x, layers.at(-2)?.a ?? x]
      .map((numbers) => labelSignal(numbers, oneHot(y, classes)))
      .reduce((most, one) => tf.maximum(most, one)),
  }
}

/** 2 g.d / (d.Hd) for the direction d of the optimizer's first update, with Hd from the gradient a little ahead. */
function rateLimit(
  model: Mlp,
  x: tf.Tensor,
  lossOf: Whole['lossOf'],
  gradients: readonly tf.Tensor[],
  rule: string,
): tf.Tensor {
  const direction = gradients.map((g) => (rule === 'adam' ? tf.sign(g) : g))
  const params = model.layers.flatMap(({ kernel, bias }) => [kernel, bias])
  const size = (tensors: readonly tf.Tensor[]) => tf.sqrt(dot(tensors, tensors))
  const far = tf.mul(reach, tf.add(size(params), 1))
  const scale = tf.reshape(tf.divNoNan(far, size(direction)), [-1, 1, 1])
  const there = params.map((param, i) => tf.add(param, tf.mul(direction[i]!, scale)))
  const { grads } = tf.engine().gradients(() => lossOf(forward(model, x, there)), there)
  const curved = tf.div(tf.sub(dot(direction, grads), dot(direction, gradients)), tf.reshape(scale, [-1]))
  const limit = tf.div(tf.mul(dot(gradients, direction), 2), tf.relu(curved))
  return tf.where(tf.greater(curved, 0), limit, Infinity)
}

/** The model's logits with other kernels and biases, layer by layer in `params`. */
function forward(model: Mlp, x: tf.Tensor, params: readonly tf.Tensor[]): tf.Tensor {
  return model.layers.reduce((input, layer, i) => {
    const weights = { kernel: params[2 * i]!, bias: params[2 * i + 1]! }
    return layer.trace(input, undefined, undefined, { training: true, weights }).a
  }, x)
}

/** (n - 1) |sum of a_i y_i|^2 / (sum of |a_i|^2 sum of |y_i|^2), both centred: 1 on average over all ways to pair them. */
function labelSignal(activations: tf.Tensor, classes: tf.Tensor): tf.Tensor {
  const [a, y] = [centred(activations), centred(classes)]
  const together = tf.matMul(a, y, true)
  const apart = tf.mul(dot([a], [a]), dot([y], [y]))
  return tf.divNoNan(tf.mul(dot([together], [together]), a.shape[1]! - 1), apart)
}

/** Of the classes' frequencies among the examples, in nats, `[seeds]`. */
function entropy(y: tf.Tensor, classes: number): tf.Tensor {
  const frequency = tf.mean(oneHot(y, classes), 1)
  const logOf = tf.log(tf.maximum(frequency, 1e-30))
  return tf.neg(tf.sum(tf.mul(frequency, logOf), -1))
}

/** Less the mean over the examples. */
const centred = (values: tf.Tensor) => tf.sub(values, tf.mean(values, 1, true))

/** Share of what is true, over all but the first axis. */
const shareOf = (truth: tf.Tensor) => tf.mean(tf.cast(tf.reshape(truth, [truth.shape[0], -1]), 'float32'), -1)

/** Sum of the products of all elements, one number per seed. */
const dot = (left: readonly tf.Tensor[], right: readonly tf.Tensor[]) =>
  left
    .map((a, i) => tf.sum(tf.reshape(tf.mul(a, right[i]!), [a.shape[0], -1]), -1))
    .reduce((sum, term) => tf.add(sum, term))
