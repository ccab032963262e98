/** The networks of the figure, layer by layer, as data: no tfjs, so that the page can show their sizes. */
import { outputSize, paddingOf } from '../../nn/windows.ts'

export const size = 12
export const outputs = 10
export const kernelSize = 3
export const poolSize = 2
/** Of the two convolutions. */
export const filters = [8, 16] as const

export type Reduction = 'none' | 'strided' | 'max' | 'average' | 'stochastic'
export type Head = 'flatten' | 'globalAverage'

export type LayerSpec =
  | { name: 'conv2d'; filters: number; kernelSize: number; strides: number }
  | { name: 'maxPooling2d' | 'averagePooling2d' | 'stochasticPooling2d'; poolSize: number }
  | { name: 'globalAveragePooling2d' }

const poolings = {
  max: 'maxPooling2d',
  average: 'averagePooling2d',
  stochastic: 'stochasticPooling2d',
} as const

/**
 * Two convolutions, each followed by what makes its maps smaller; of a strided one the stride does. With the head
 * `globalAverage` the mean of each whole map takes the place of the second reduction.
 */
export function layersOf(reduction: Reduction, head: Head): LayerSpec[] {
  return filters.flatMap((count, i): LayerSpec[] => {
    const means = head === 'globalAverage' && i === filters.length - 1
    const strides = reduction === 'strided' && !means ? poolSize : 1
    const convolution = { name: 'conv2d', filters: count, kernelSize, strides } as const
    if (means) return [convolution, { name: 'globalAveragePooling2d' }]
    if (reduction === 'none' || reduction === 'strided') return [convolution]
    return [convolution, { name: poolings[reduction], poolSize }]
  })
}

export interface Sized {
  layer: LayerSpec | { name: 'dense' }
  /** Of the maps that leave it; the dense layer's are the ten logits. */
  shape: readonly number[]
  /** Weights and biases. */
  parameters: number
}

/** All layers with what leaves them and what they learn; the dense layer is the last. */
export function sizesOf(reduction: Reduction, head: Head): Sized[] {
  let [side, channels] = [size, 1]
  const maps = layersOf(reduction, head).map((layer): Sized => {
    let parameters = 0
    if (layer.name === 'conv2d') {
      const axis = { size: side, kernel: layer.kernelSize, stride: layer.strides }
      parameters = layer.filters * (layer.kernelSize ** 2 * channels + 1)
      side = outputSize(axis, paddingOf(axis, 'same'))
      channels = layer.filters
    } else side = layer.name === 'globalAveragePooling2d' ? 1 : Math.floor(side / layer.poolSize)
    return { layer, shape: [side, side, channels], parameters }
  })
  const features = side * side * channels
  return [...maps, { layer: { name: 'dense' }, shape: [outputs], parameters: outputs * (features + 1) }]
}

export const parametersOf = (reduction: Reduction, head: Head): number =>
  sizesOf(reduction, head).reduce((sum, { parameters }) => sum + parameters, 0)
