/** A convolutional network for several seeds, one after the other: maps, then one dense layer that gives the logits. */
import { heNormal, type Initializer } from '../initializers.ts'
import { random as seeded, type Random } from '../random.ts'
import * as tf from '../tf.ts'
import { replicas } from './maps/replicas.ts'
import type { BuiltLayer, MapLayer, MapShape } from './maps/mapLayer.ts'
import type { ApplyOptions, Network } from './network.ts'

export interface CnnOptions {
  /** Of one image; its pixels come as one row of height * width * channels numbers. */
  input: MapShape
  /** From the image to the last maps, which the dense layer takes as one row. */
  layers: readonly MapLayer[]
  /** Number of logits. */
  outputs: number
  /** Of all kernels; heNormal by default. */
  kernelInitializer?: Initializer
  seeds: readonly number[]
  /** The generator of one seed's weights; `random(seed).split('weights')` by default. */
  random?: (seed: number) => Random
  /** The generator of one seed for what layers draw while training; `random(seed).split('pooling')` by default. */
  draws?: (seed: number) => Random
}

/** One seed's network. */
export interface Replica {
  readonly layers: readonly BuiltLayer[]
  /** Of the dense layer: `[features, outputs]` and `[1, outputs]`. */
  readonly kernel: tf.Variable
  readonly bias: tf.Variable
}

export interface Cnn extends Network {
  readonly kind: 'cnn'
  /** One for each seed, all alike but for their weights. */
  readonly replicas: readonly Replica[]
  /**
   * The maps that leave each layer, after its activation, of one seed's network.
   * @param x `[1, batch, pixels]`. @returns for each layer `[batch, height, width, channels]`.
   */
  maps(x: tf.Tensor, options?: Pick<ApplyOptions, 'replica' | 'training' | 'step'>): tf.Tensor4D[]
}

/**
 * Builds the networks of all seeds. A seed's starting weights depend on the seed, the place of the layer and its
 * kernel's shape alone: layers without weights do not count, so networks that differ in their pooling share them.
 */
export function cnn(options: CnnOptions): Cnn {
  const { input, seeds, draws = (seed: number) => seeded(seed).split('pooling') } = options
  const { random = (seed: number) => seeded(seed).split('weights'), kernelInitializer = heNormal() } = options
  const networks = replicas({ ...options, kernelInitializer, randoms: seeds.map(random) })
  const generators = seeds.map(draws)
  const params = networks.flatMap(({ layers, kernel, bias }) => [
    ...layers.flatMap((layer) => layer.params),
    kernel,
    bias,
  ])

  const through = (x: tf.Tensor, index: number, { training, step = 0 }: ApplyOptions): tf.Tensor4D[] => {
    let maps = tf.reshape(x, [-1, ...input]) as tf.Tensor4D
    return networks[index]!.layers.map((layer, place) => {
      const own = training ? generators[index]!.split(`step ${step} layer ${place}`) : undefined
      return (maps = layer.apply(maps, { training, draws: own }))
    })
  }
  const logits = (x: tf.Tensor, index: number, mode: ApplyOptions): tf.Tensor => {
    const { kernel, bias } = networks[index]!
    const last = through(x, index, mode).at(-1)!
    const rows = tf.reshape(last, [last.shape[0], -1]) as tf.Tensor2D
    return tf.expandDims(tf.add(tf.matMul(rows, kernel as tf.Tensor2D), bias), 0)
  }
  return {
    kind: 'cnn',
    replicas: networks,
    params,
    statistics: [],
    apply(x, { replica, offsets, masks, ...mode } = {}) {
      if (offsets || masks) throw new Error('cnn: expected no offsets and no masks; they are for an mlp')
      return tf.tidy(() => {
        if (replica !== undefined) return logits(x, replica, mode)
        const shared = x.shape[0] === 1
        const rows = shared ? seeds.map(() => x) : tf.split(x, seeds.length, 0)
        return tf.concat(
          rows.map((own, index) => logits(own, index, mode)),
          0,
        )
      })
    },
    maps: (x, { replica = 0, ...mode } = {}) => through(x, replica, mode),
    dispose: () => tf.dispose([...params]),
  }
}
