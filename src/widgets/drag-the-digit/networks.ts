/** The networks of the figure, layer by layer, as data. No tfjs. */
import type { VariantOf } from '../../lab/setup.ts'
import type setup from './config.ts'

const conv2d = (filters: number, strides = 1) =>
  ({ name: 'conv2d', filters, kernelSize: 3, strides }) as const
const maxPooling2d = { name: 'maxPooling2d', poolSize: 2 } as const
const averagePooling2d = { name: 'averagePooling2d', poolSize: 2 } as const

export const layersOf = (variant: VariantOf<typeof setup>) =>
  ({
    none: [conv2d(8), conv2d(16)],
    strided: [conv2d(8, 2), conv2d(16, 2)],
    max: [conv2d(8), maxPooling2d, conv2d(16), maxPooling2d],
    average: [conv2d(8), averagePooling2d, conv2d(16), averagePooling2d],
  })[variant]
