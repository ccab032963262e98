/** What a layer of a convolutional network is: something that makes maps out of maps, for one seed. */
import type { Initializer } from '../../initializers.ts'
import type { Random } from '../../random.ts'
import type * as tf from '../../tf.ts'

/** Of one example. */
export type MapShape = readonly [height: number, width: number, channels: number]

export interface MapMode {
  training?: boolean | undefined
  /** With `training`: the generator of this seed, layer and update, for nothing else. */
  draws?: Random | undefined
}

/** A layer whose input is known. */
export interface BuiltLayer {
  readonly name: string
  readonly output: MapShape
  readonly params: readonly tf.Variable[]
  /** @param x `[batch, height, width, channels]`. @returns `[batch, ...output]`. */
  apply(x: tf.Tensor4D, mode: MapMode): tf.Tensor4D
}

export interface BuildOptions {
  input: MapShape
  kernelInitializer: Initializer
  /** The generator of this seed and layer. */
  random: Random
}

/** @throws from `build`, before any tensor is made, where the input is too small. */
export interface MapLayer {
  build(options: BuildOptions): BuiltLayer
}
