/** Networks that train and answer in one kernel, beside the same ones on the ordinary ops. */
import { activation } from '../activations/catalogue.ts'
import type { ActivationName } from '../activations/scalar.ts'
import { heNormal, normal } from '../initializers.ts'
import { dropoutMasks, type Dropout } from '../layers/dropout.ts'
import { mlp } from '../layers/mlp.ts'
import { meanSquaredError, sigmoidCrossEntropy, softmaxCrossEntropy } from '../losses.ts'
import { adam } from '../optimizers/adam.ts'
import { momentum } from '../optimizers/momentum.ts'
import { sgd } from '../optimizers/sgd.ts'
import { penaltyOf, type Penalty } from '../penalties.ts'
import { random } from '../random.ts'
import { noise } from '../suites/error.ts'
import * as tf from '../tf.ts'
import { denseStackTrainer, type StackLoss } from './denseStack.ts'
import { setSimd } from './heap.ts'

export const losses = { softmaxCrossEntropy, sigmoidCrossEntropy, meanSquaredError }
const optimizers = { sgd: () => sgd(0.1), momentum: () => momentum(0.02), adam: () => adam(0.01) }

export interface Case {
  features?: number
  hidden?: readonly number[]
  outputs?: number
  activation?: ActivationName
  loss?: StackLoss
  optimizer?: keyof typeof optimizers
  seeds?: readonly number[]
  batch?: number
  rows?: number
  scale?: number
  /** Rate and scaling of dropout. */
  dropout?: Omit<Dropout, 'randoms'>
  penalty?: Penalty
}

/** The same network each time it is called with the same case. */
export function start({
  features = 3,
  hidden = [8, 8],
  outputs = 3,
  activation: name = 'tanh',
  loss = 'softmaxCrossEntropy',
  optimizer = 'adam',
  seeds = [0, 1],
  batch = 10,
  rows = 40,
  scale = 1,
  dropout: leftOut,
  penalty,
}: Case) {
  const alpha = name === 'elu' ? { alpha: 0.7 } : {}
  const model = mlp({
    inputs: features,
    hidden,
    outputs,
    activation: activation(name, alpha),
    kernelInitializer: heNormal(),
    biasInitializer: normal(0.1),
    seeds,
  })
  const x = tf.tidy(() => tf.mul(noise([seeds.length, rows, features], 'x'), scale))
  const r = random(3).split('labels')
  const classes = Int32Array.from({ length: seeds.length * rows }, () => r.integer(Math.max(2, outputs)))
  const y =
    loss === 'softmaxCrossEntropy'
      ? tf.tensor2d(classes, [seeds.length, rows], 'int32')
      : loss === 'sigmoidCrossEntropy'
        ? tf.tensor3d(
            Float32Array.from({ length: seeds.length * rows * outputs }, () => r.integer(2)),
            [seeds.length, rows, outputs],
          )
        : noise([seeds.length, rows, outputs], 'targets')
  const rule = optimizers[optimizer]()
  const picks = (steps: number) =>
    Int32Array.from({ length: steps * seeds.length * batch }, () => r.integer(rows))
  const dropout = leftOut && {
    ...leftOut,
    randoms: seeds.map((seed) => random(seed).split('dropout')),
  }
  const trainer = () => denseStackTrainer(model, rule, loss, x, y, { dropout, penalty })!
  /** Each step by ordinary ops. */
  const plain = (chosen: Int32Array, steps: number) => {
    const draw = dropout && dropoutMasks({ ...dropout, hidden, rows: batch })
    setSimd(false)
    for (let step = 0; step < steps; step++)
      tf.tidy(() => {
        const of = (data: tf.Tensor) =>
          tf.stack(
            seeds.map((_, s) => {
              const from = (step * seeds.length + s) * batch
              return tf.gather(
                tf.squeeze(tf.slice(data, [s], [1]), [0]),
                tf.tensor1d(chosen.slice(from, from + batch), 'int32'),
              )
            }),
          )
        const [bx, by] = [of(x), of(y)]
        const masks = draw?.(step)
        rule.minimize(() => {
          const value = losses[loss](by, model.apply(bx, { masks }))
          return penalty ? tf.add(value, penaltyOf(model, penalty)) : value
        }, model.params)
      })
    setSimd(true)
  }
  const state = () => [...model.params, ...rule.state(model.params)].map((each) => each.dataSync())
  const dispose = () => {
    model.dispose()
    rule.dispose()
    tf.dispose([x, y])
  }
  return { model, x, y, rule, loss, picks, trainer, plain, state, dispose, seeds }
}
