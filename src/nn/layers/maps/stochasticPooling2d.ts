/** Stochastic pooling as a layer (Zeiler and Fergus 2013): drawn in training, the probability-weighted mean in use. */
import { poolDraws, stochasticPool, stochasticPoolMean } from '../stochasticPooling.ts'
import { pooled, type Pooling2dOptions } from './pooling2d.ts'
import type { MapLayer } from './mapLayer.ts'

/** For maps that are 0 or more, as a ReLU leaves them. */
export const stochasticPooling2d = ({
  poolSize: size = 2,
  strides: stride = size,
}: Pooling2dOptions = {}): MapLayer => ({
  build({ input }) {
    const output = pooled('stochasticPooling2d', input, size, stride)
    const [rows, columns, channels] = output
    return {
      name: 'stochasticPooling2d',
      output,
      params: [],
      apply(x, { training, draws }) {
        if (!training) return stochasticPoolMean(x, { size, stride })
        if (!draws) throw new Error('stochasticPooling2d: expected a generator for the draws while training')
        const count = x.shape[0] * rows * columns * channels
        return stochasticPool(x, { size, stride }, poolDraws(draws, count))
      },
    }
  },
})
