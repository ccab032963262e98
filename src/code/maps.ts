/** The layers of a convolutional network one after the other, with the maps that each of them is given. */
import type { MapLayer, Training } from './experiment.ts'

/** Height, width and channels. */
export type MapShape = readonly [number, number, number]

export interface PlacedLayer {
  layer: MapLayer
  input: MapShape
  output: MapShape
}

function outputOf(layer: MapLayer, [height, width, channels]: MapShape): MapShape {
  if (layer.name === 'globalAveragePooling2d') return [1, 1, channels]
  if (layer.name === 'conv2d') {
    const { filters, kernelSize, strides = 1, padding = 'same' } = layer
    const along = (size: number) =>
      padding === 'same' ? Math.ceil(size / strides) : Math.floor((size - kernelSize) / strides) + 1
    return [along(height), along(width), filters]
  }
  const { name, poolSize } = layer
  if (height % poolSize > 0 || width % poolSize > 0)
    throw new Error(`${name}: expected maps of a multiple of ${poolSize}, found ${height} x ${width}`)
  return [height / poolSize, width / poolSize, channels]
}

/** Empty where the network is not convolutional. @throws where a pooling's windows do not fill the maps. */
export function placedLayers({ maps = [], data }: Training): PlacedLayer[] {
  const side = data.kind === 'digits' ? data.size : 1
  let input: MapShape = [side, side, 1]
  return maps.map((layer) => {
    const placed = { layer, input, output: outputOf(layer, input) }
    input = placed.output
    return placed
  })
}

/** What the output layer is given as one row; null where the network is not convolutional. */
export const lastMaps = (training: Training): MapShape | null => placedLayers(training).at(-1)?.output ?? null

/** Sums that a convolution makes for each map that leaves it. */
export const piecesOf = ({ activation }: Extract<MapLayer, { name: 'conv2d' }>): number =>
  activation === 'maxFeatureMap' ? 2 : 1

export const hasMaxFeatureMap = ({ maps = [] }: Training): boolean =>
  maps.some((layer) => layer.name === 'conv2d' && layer.activation === 'maxFeatureMap')

/** As code, a product: the numbers that a filter takes in at one place, or that the output layer takes in. */
export const product = (sizes: readonly number[]): string => sizes.join(' * ')
