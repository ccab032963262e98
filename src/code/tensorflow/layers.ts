/** Layers that TensorFlow.js lacks or has otherwise, as source. A program holds those that its network has. */
import type { Training } from '../experiment.ts'
import { hasMaxFeatureMap } from '../maps.ts'

export const customLayers = (experiment: Training): string => {
  const { normalization, shift, dropout, maps } = experiment
  return [
    normalization?.name === 'batch' ? batchNorm : '',
    normalization?.name === 'group' ? groupNorm : '',
    normalization?.name === 'weight' ? weightNormDense : '',
    shift ? shifting : '',
    dropout ? dropping(dropout.scaling) : '',
    maps?.some(({ name }) => name === 'stochasticPooling2d') ? stochasticPooling : '',
    hasMaxFeatureMap(experiment) ? maxFeatureMap : '',
  ]
    .filter((source) => source !== '')
    .join('\n\n')
}

const batchNorm = `/**
 * As tf.layers.batchNormalization, but the running variance takes in m / (m - 1) times the variance of a batch of m rows,
 * an unbiased estimate, as in algorithm 2 of Ioffe and Szegedy (2015).
 */
class BatchNorm extends tf.layers.Layer {
  static className = 'BatchNorm'
  constructor({ momentum, epsilon }) {
    super({})
    Object.assign(this, { momentum, epsilon })
  }
  build([, units]) {
    const { zeros, ones } = tf.initializers
    this.gamma = this.addWeight('gamma', [units], 'float32', ones())
    this.beta = this.addWeight('beta', [units], 'float32', zeros())
    this.mean = this.addWeight('mean', [units], 'float32', zeros(), undefined, false)
    this.variance = this.addWeight('variance', [units], 'float32', ones(), undefined, false)
    super.build([null, units])
  }
  call(inputs, { training }) {
    return tf.tidy(() => {
      const [x] = [inputs].flat()
      const { mean, variance } = training
        ? tf.moments(x, 0)
        : { mean: this.mean.read(), variance: this.variance.read() }
      if (training) {
        const [m] = x.shape
        this.move(this.mean, mean)
        this.move(this.variance, tf.mul(variance, m / (m - 1)))
      }
      const normalized = tf.div(tf.sub(x, mean), tf.sqrt(tf.add(variance, this.epsilon)))
      return tf.add(tf.mul(normalized, this.gamma.read()), this.beta.read())
    })
  }
  move(running, latest) {
    running.write(tf.add(tf.mul(running.read(), this.momentum), tf.mul(latest, 1 - this.momentum)))
  }
}`

const groupNorm = `/** Each group of neighbouring units of each row gets mean 0 and variance 1, then a learned scale and shift (Wu and He 2018). */
class GroupNorm extends tf.layers.Layer {
  static className = 'GroupNorm'
  constructor({ groups, epsilon }) {
    super({})
    Object.assign(this, { groups, epsilon })
  }
  build([, units]) {
    this.gamma = this.addWeight('gamma', [units], 'float32', tf.initializers.ones())
    this.beta = this.addWeight('beta', [units], 'float32', tf.initializers.zeros())
    super.build([null, units])
  }
  call(inputs) {
    return tf.tidy(() => {
      const [x] = [inputs].flat()
      const [rows, units] = x.shape
      const grouped = tf.reshape(x, [rows, this.groups, units / this.groups])
      const { mean, variance } = tf.moments(grouped, 2, true)
      const normalized = tf.div(tf.sub(grouped, mean), tf.sqrt(tf.add(variance, this.epsilon)))
      return tf.add(tf.mul(tf.reshape(normalized, x.shape), this.gamma.read()), this.beta.read())
    })
  }
}`

const weightNormDense = `/** A dense layer whose weights are a length and a direction, w = g v / |v| (Salimans and Kingma 2016). g starts as |v|. */
class WeightNormDense extends tf.layers.Layer {
  static className = 'WeightNormDense'
  constructor({ units, kernelInitializer }) {
    super({})
    Object.assign(this, { units, kernelInitializer })
  }
  build([, inputs]) {
    this.kernel = this.addWeight('kernel', [inputs, this.units], 'float32', this.kernelInitializer)
    this.bias = this.addWeight('bias', [this.units], 'float32', tf.initializers.zeros())
    this.gain = this.addWeight('gain', [this.units], 'float32', tf.initializers.ones())
    this.gain.write(this.lengths())
    super.build([null, inputs])
  }
  lengths() {
    return tf.tidy(() => tf.sqrt(tf.sum(tf.square(this.kernel.read()), 0)))
  }
  computeOutputShape([rows]) {
    return [rows, this.units]
  }
  call(inputs) {
    return tf.tidy(() => {
      const [x] = [inputs].flat()
      const weights = tf.mul(this.kernel.read(), tf.div(this.gain.read(), this.lengths()))
      return tf.add(tf.matMul(x, weights), this.bias.read())
    })
  }
}`

const shifting = `/** In training, another number for each unit at every step, the same for all rows of the batch. */
class Shift extends tf.layers.Layer {
  static className = 'Shift'
  constructor({ most }) {
    super({})
    this.most = most
  }
  call(inputs, { training }) {
    return tf.tidy(() => {
      const [x] = [inputs].flat()
      return training ? tf.add(x, tf.randomUniform([1, x.shape[1]], -this.most, this.most)) : tf.clone(x)
    })
  }
}`

const stochasticPooling = `/**
 * Stochastic pooling (Zeiler and Fergus 2013), for maps that are 0 or more: in training each window hands on one of its
 * numbers, drawn with its share of their sum, and when the network is used the mean of these draws.
 */
class StochasticPooling2D extends tf.layers.Layer {
  static className = 'StochasticPooling2D'
  constructor({ poolSize }) {
    super({})
    this.poolSize = poolSize
  }
  computeOutputShape([rows, height, width, channels]) {
    return [rows, height / this.poolSize, width / this.poolSize, channels]
  }
  call(inputs, { training }) {
    return tf.tidy(() => {
      const [x] = [inputs].flat()
      const size = this.poolSize
      const [rows, height, width, channels] = this.computeOutputShape(x.shape)
      const split = tf.reshape(x, [rows * height, size, width, size, channels])
      const windows = tf.reshape(tf.transpose(split, [0, 2, 4, 1, 3]), [rows, height, width, channels, size * size])
      const total = tf.sum(windows, -1, true)
      // A window of zeros hands on 0.
      if (!training) return tf.sum(tf.divNoNan(tf.square(windows), total), -1)
      const drawn = tf.mul(tf.randomUniform(total.shape), total)
      const upTo = tf.cumsum(windows, -1)
      // 1 for the number at which the sum passes what was drawn; a step has no slope.
      const chosen = tf.sub(tf.step(tf.sub(upTo, drawn)), tf.step(tf.sub(tf.sub(upTo, windows), drawn)))
      return tf.sum(tf.mul(windows, chosen), -1)
    })
  }
}`

const maxFeatureMap = `/** Max-Feature-Map (Wu et al. 2018): of 2n maps the greater of map k and map k + n, so n leave. */
class MaxFeatureMap extends tf.layers.Layer {
  static className = 'MaxFeatureMap'
  computeOutputShape([rows, height, width, channels]) {
    return [rows, height, width, channels / 2]
  }
  call(inputs) {
    return tf.tidy(() => {
      const [x] = [inputs].flat()
      const [first, second] = tf.split(x, 2, -1)
      // Where they tie, the first gets the gradient.
      return tf.maximum(first, second)
    })
  }
}`

type Scaling = NonNullable<Training['dropout']>['scaling']

const droppingWords = {
  training: `what is kept is divided by 1 - rate.
 * So does tf.layers.dropout({ rate }), with draws of its own; these are the figure's.`,
  use: `what is kept stays as it is.
 * When the network is used all units are there, times 1 - rate. tf.layers.dropout({ rate }) divides in training instead.`,
  none: `what is kept stays as it is.
 * When the network is used all units are there, and nothing is scaled: this is the mistake that the figure shows.`,
}

const dropping = (scaling: Scaling) => `/**
 * In training, each unit of each row is left out with the probability \`rate\`, and ${droppingWords[scaling ?? 'training']}
 */
class Dropout extends tf.layers.Layer {
  static className = 'Dropout'
  constructor({ rate }) {
    super({})
    this.rate = rate
  }
  /** Which units the next update keeps: a bit for each unit of each row. */
  keep(bits) {
    this.bits = bits
  }
  call(inputs, { training }) {
    return tf.tidy(() => {
      const [x] = [inputs].flat()
      if (!training) return ${scaling === 'use' ? 'tf.mul(x, 1 - this.rate)' : 'tf.clone(x)'}
      const kept = Float32Array.from({ length: x.size }, (_, i) => (this.bits[i >> 3] >> (i & 7)) & 1)
      return ${scaling ? 'tf.mul(x, tf.tensor(kept, x.shape))' : 'tf.div(tf.mul(x, tf.tensor(kept, x.shape)), 1 - this.rate)'}
    })
  }
}`
