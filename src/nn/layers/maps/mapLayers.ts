/** Layers from their names in Keras, with Keras's arguments: networks that a figure describes as data. */
import { conv2d, type Conv2dOptions } from './conv2d.ts'
import type { MapLayer } from './mapLayer.ts'
import { averagePooling2d, globalAveragePooling2d, maxPooling2d, type Pooling2dOptions } from './pooling2d.ts'
import { stochasticPooling2d } from './stochasticPooling2d.ts'

const poolings = { maxPooling2d, averagePooling2d, stochasticPooling2d }

export type MapLayerSpec =
  | ({ name: 'conv2d' } & Conv2dOptions)
  | ({ name: keyof typeof poolings } & Pooling2dOptions)
  | { name: 'globalAveragePooling2d' }

export const mapLayers = (specs: readonly MapLayerSpec[]): MapLayer[] =>
  specs.map((spec) => {
    if (spec.name === 'conv2d') return conv2d(spec)
    if (spec.name === 'globalAveragePooling2d') return globalAveragePooling2d()
    return poolings[spec.name](spec)
  })
