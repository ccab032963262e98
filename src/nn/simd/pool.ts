/** Max, average and stochastic pooling of images `[batch, height, width, channels]`, and their gradients. */
import * as tf from '../tf.ts'
import { allFloat, sizeOf, type Attributes, type FastKernel } from './faster.ts'
import { fieldNames, writeFields } from './fields.ts'
import type { Heap } from './heap.ts'

/** Those of the class in assembly/pool.ts. */
const fields = fieldNames(
  'batch height width channels rows columns filterHeight filterWidth strideY strideX top left',
)

/** null for images without pixels. */
function prepare(
  heap: Heap,
  shape: number[],
  attributes: Attributes,
): { pool: number; outShape: number[] } | null {
  const { filterSize, strides, pad, dimRoundingMode } = attributes as {
    filterSize: number | [number, number]
    strides: number | [number, number]
    pad: Parameters<typeof tf.backend_util.computePool2DInfo>[4]
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
  }
  const images = shape as [number, number, number, number]
  const info = tf.backend_util.computePool2DInfo(images, filterSize, strides, 1, pad, dimRoundingMode)
  if (sizeOf(info.outShape) === 0 || sizeOf(shape) === 0) return null
  const pool = heap.scratch(4 * fields.length)
  writeFields(heap, pool, fields, {
    batch: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    channels: info.inChannels,
    rows: info.outHeight,
    columns: info.outWidth,
    filterHeight: info.filterHeight,
    filterWidth: info.filterWidth,
    strideY: info.strideHeight,
    strideX: info.strideWidth,
    top: info.padInfo.top,
    left: info.padInfo.left,
  })
  return { pool, outShape: info.outShape }
}

const maxPool: FastKernel = ({ x }, attributes, heap) => {
  const prepared = allFloat(x!) ? prepare(heap, x!.shape, attributes) : null
  if (!prepared) return null
  const out = heap.makeOutput(prepared.outShape)
  heap.binary.maxPool(prepared.pool, heap.address(x!), heap.address(out))
  return out
}

const maxPoolGradient: FastKernel = ({ dy, input, output }, attributes, heap) => {
  const prepared = allFloat(dy!, input!, output!) ? prepare(heap, input!.shape, attributes) : null
  if (!prepared) return null
  const out = heap.makeOutput(input!.shape)
  const [x, y] = [heap.address(input!), heap.address(output!)]
  heap.binary.maxPoolGradient(prepared.pool, x, y, heap.address(dy!), heap.address(out))
  return out
}

const averagePool: FastKernel = ({ x }, attributes, heap) => {
  const prepared = allFloat(x!) ? prepare(heap, x!.shape, attributes) : null
  if (!prepared) return null
  const out = heap.makeOutput(prepared.outShape)
  heap.binary.averagePool(prepared.pool, heap.address(x!), heap.address(out))
  return out
}

/** As tfjs means it: by the size of the whole window, padding included (../kernels/gradients.ts corrects for it). */
const averagePoolGradient: FastKernel = ({ dy, input }, attributes, heap) => {
  const prepared = allFloat(dy!, input!) ? prepare(heap, input!.shape, attributes) : null
  if (!prepared) return null
  const out = heap.makeOutput(input!.shape)
  heap.binary.averagePoolGradient(prepared.pool, heap.address(dy!), heap.address(out))
  return out
}

const stochasticPool: FastKernel = ({ x, draws }, attributes, heap) => {
  const prepared = allFloat(x!, draws!) ? prepare(heap, x!.shape, attributes) : null
  if (!prepared) return null
  const [y, place] = [heap.makeOutput(prepared.outShape), heap.makeOutput(prepared.outShape)]
  const [values, uniform, to, where] = [x!, draws!, y, place].map((tensor) => heap.address(tensor))
  heap.binary.stochasticPool(prepared.pool, values!, uniform!, to!, where!)
  return [y, place]
}

const stochasticPoolGradient: FastKernel = ({ dy, place }, attributes, heap) => {
  const shape = attributes['inputShape'] as number[]
  const prepared = allFloat(dy!, place!) ? prepare(heap, shape, attributes) : null
  if (!prepared) return null
  const out = heap.makeOutput(shape)
  heap.binary.stochasticPoolGradient(
    prepared.pool,
    heap.address(place!),
    heap.address(dy!),
    heap.address(out),
  )
  return out
}

export const poolKernels: Record<string, FastKernel> = {
  AvgPool: averagePool,
  AvgPoolGrad: averagePoolGradient,
  MaxPool: maxPool,
  MaxPoolGrad: maxPoolGradient,
  StochasticPool: stochasticPool,
  StochasticPoolGradient: stochasticPoolGradient,
}
