/** Pooling layers: each map on its own, made smaller; nothing is learned. Windows do not reach beyond the map. */
import * as tf from '../../tf.ts'
import type { MapLayer, MapShape } from './mapLayer.ts'

export interface Pooling2dOptions {
  /** Height and width of the window; 2 by default. */
  poolSize?: number
  /** Pixels from one window to the next; by default the windows stand side by side. */
  strides?: number
}

type Pool = (x: tf.Tensor4D, size: number, strides: number) => tf.Tensor4D

const pooling = (
  name: string,
  pool: Pool,
  { poolSize = 2, strides = poolSize }: Pooling2dOptions,
): MapLayer => ({
  build: ({ input }) => ({
    name,
    output: pooled(name, input, poolSize, strides),
    params: [],
    apply: (x) => pool(x, poolSize, strides),
  }),
})

/** The shape after pooling with `valid` windows. */
export function pooled(
  name: string,
  [height, width, channels]: MapShape,
  size: number,
  strides: number,
): MapShape {
  if (size > height || size > width)
    throw new Error(`${name}: expected maps of at least ${size} x ${size}, got ${height} x ${width}`)
  const places = (length: number) => Math.floor((length - size) / strides) + 1
  return [places(height), places(width), channels]
}

/** The greatest number of each window. The gradient goes to where it stood. */
export const maxPooling2d = (options: Pooling2dOptions = {}): MapLayer =>
  pooling('maxPooling2d', (x, size, strides) => tf.maxPool(x, size, strides, 'valid'), options)

/** The mean of each window. The gradient goes to all of its numbers alike. */
export const averagePooling2d = (options: Pooling2dOptions = {}): MapLayer =>
  pooling('averagePooling2d', (x, size, strides) => tf.avgPool(x, size, strides, 'valid'), options)

/** The mean of each whole map (Lin, Chen and Yan 2014): `[batch, 1, 1, channels]`. */
export const globalAveragePooling2d = (): MapLayer => ({
  build: ({ input }) => ({
    name: 'globalAveragePooling2d',
    output: [1, 1, input[2]],
    params: [],
    apply: (x) => tf.mean(x, [1, 2], true),
  }),
})
