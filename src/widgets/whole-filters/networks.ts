/** The networks of the figure, layer by layer: no tfjs, so that the page can count what they need. */
import { outputSize, paddingOf, type Axis, type Padding } from '../../nn/windows.ts'
import type { Matrix } from '../cutCosts.ts'

export const size = 12
export const outputs = 10
export const kernelSize = 3
export const poolSize = 2
/** Filters of each convolutional layer, before any are cut. */
export const width = 16
/** Convolutional layers; max pooling follows each. */
export const convolutions = 2
/** The end of the colour scale of the pictures. */
export const limit = 0.5

const after = (axis: Axis, padding: Padding) => outputSize(axis, paddingOf(axis, padding))

/**
 * Every layer as a matrix: of a convolution a row for each number that a filter takes in, and a column for each filter,
 * gone through once for each place of the window.
 * @param filters in each convolutional layer.
 */
export function layersOf(filters: number): Matrix[] {
  let [side, maps] = [size, 1]
  const layers: Matrix[] = []
  for (let layer = 0; layer < convolutions; layer++) {
    const inputs = kernelSize ** 2 * maps
    side = after({ size: side, kernel: kernelSize, stride: 1 }, 'same')
    layers.push({ inputs, units: filters, kept: inputs * filters, places: side ** 2 })
    side = after({ size: side, kernel: poolSize, stride: poolSize }, 'valid')
    maps = filters
  }
  const inputs = side ** 2 * maps
  return [...layers, { inputs, units: outputs, kept: inputs * outputs, places: 1 }]
}

const kept = (layers: readonly Matrix[]): number => layers.reduce((sum, layer) => sum + layer.kept, 0)

/** The share of the weights that is gone with so many filters left in each layer; biases are left out. */
export const sparsityOf = (filters: number): number => 1 - kept(layersOf(filters)) / kept(layersOf(width))

/** The same for each layer alone: the first and the last lose filters on one side, those between on both. */
export function sparsitiesOf(filters: number): number[] {
  const left = layersOf(filters)
  return layersOf(width).map((layer, place) => 1 - left[place]!.kept / layer.kept)
}

/**
 * What has to be stored of each variant. Whole filters leave smaller matrices; single weights leave zeros in those that
 * there were, as many in each layer.
 * @param filters left in each layer.
 */
export function matricesOf(variant: string, filters: number): Matrix[] {
  const left = layersOf(filters)
  if (variant !== 'weights') return left
  return layersOf(width).map((layer, place) => ({ ...layer, kept: left[place]!.kept }))
}
