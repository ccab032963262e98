/** Convolution and both of its gradients, for images `[batch, height, width, channels]` without dilation. */
import * as tf from '../tf.ts'
import { allFloat, sizeOf, type Attributes, type FastKernel } from './faster.ts'
import { fieldNames, writeFields } from './fields.ts'
import type { Heap } from './heap.ts'

type Shape = [number, number, number, number]
type Info = tf.backend_util.Conv2DInfo

/** null for what is left to tfjs. */
function infoOf(x: number[], filter: number[], attributes: Attributes): Info | null {
  const { strides, pad, dataFormat, dilations, dimRoundingMode } = attributes as {
    strides: number | [number, number]
    pad: Parameters<typeof tf.backend_util.computeConv2DInfo>[4]
    dataFormat: string
    dilations?: number | [number, number]
    dimRoundingMode?: 'floor' | 'round' | 'ceil'
  }
  if (dataFormat !== 'NHWC' || [dilations ?? 1].flat().some((each) => each !== 1)) return null
  const shapes = [x as Shape, filter as Shape] as const
  const info = tf.backend_util.computeConv2DInfo(...shapes, strides, 1, pad, dimRoundingMode)
  return sizeOf(info.outShape) === 0 || sizeOf(x) === 0 ? null : info
}

/** Those of the class in assembly/conv.ts. */
const fields = fieldNames(
  'batch height width channels rows columns filters filterHeight filterWidth strideY strideX top left ' +
    'frameHeight frameWidth frame zeros turned',
)

/** Writes down what is to be done, and finds room for a frame and a filter; the address for the kernel. */
function prepare(heap: Heap, info: Info, forInput: boolean): number {
  const { padInfo, filterHeight, filterWidth, inHeight, inWidth, inChannels, outChannels } = info
  // The windows reach this far. Where that is beyond the image, it needs a frame.
  const height = (info.outHeight - 1) * info.strideHeight + filterHeight
  const width = (info.outWidth - 1) * info.strideWidth + filterWidth
  const frameHeight = Math.max(inHeight + padInfo.top, height)
  const frameWidth = Math.max(inWidth + padInfo.left, width)
  const framed = frameHeight !== inHeight || frameWidth !== inWidth
  const frame = forInput
    ? (inHeight + filterHeight - 1) * (inWidth + filterWidth - 1) * outChannels
    : framed
      ? frameHeight * frameWidth * inChannels
      : 0
  const turned = forInput ? filterHeight * filterWidth * inChannels * outChannels : 0
  const zeros = heap.zeros(Math.max(inChannels, outChannels))
  // The fields, and a little more so that the frame begins at a line of the cache.
  const head = 32 * Math.ceil(fields.length / 32)
  const start = heap.scratch(4 * (head + frame + turned))
  writeFields(heap, start, fields, {
    batch: info.batchSize,
    height: inHeight,
    width: inWidth,
    channels: inChannels,
    rows: info.outHeight,
    columns: info.outWidth,
    filters: outChannels,
    filterHeight,
    filterWidth,
    strideY: info.strideHeight,
    strideX: info.strideWidth,
    top: padInfo.top,
    left: padInfo.left,
    frameHeight,
    frameWidth,
    frame: frame ? start + 4 * head : 0,
    zeros,
    turned: start + 4 * (head + frame),
  })
  return start
}

const conv2D: FastKernel = ({ x, filter }, attributes, heap) => {
  const info = allFloat(x!, filter!) ? infoOf(x!.shape, filter!.shape, attributes) : null
  if (!info) return null
  const out = heap.makeOutput(info.outShape)
  const conv = prepare(heap, info, false)
  heap.binary.convolve(conv, heap.address(x!), heap.address(filter!), heap.address(out))
  return out
}

const filterGradient: FastKernel = ({ x, dy }, attributes, heap) => {
  const filterShape = attributes['filterShape'] as number[]
  const info = allFloat(x!, dy!) ? infoOf(x!.shape, filterShape, attributes) : null
  if (!info) return null
  const out = heap.makeOutput(filterShape)
  const conv = prepare(heap, info, false)
  heap.binary.convolveFilterGradient(conv, heap.address(x!), heap.address(dy!), heap.address(out))
  return out
}

const inputGradient: FastKernel = ({ dy, filter }, attributes, heap) => {
  const inputShape = attributes['inputShape'] as number[]
  const info = allFloat(dy!, filter!) ? infoOf(inputShape, filter!.shape, attributes) : null
  if (!info) return null
  const out = heap.makeOutput(inputShape)
  const conv = prepare(heap, info, true)
  heap.binary.convolveInputGradient(conv, heap.address(dy!), heap.address(filter!), heap.address(out))
  return out
}

export const convKernels: Record<string, FastKernel> = {
  Conv2D: conv2D,
  Conv2DBackpropFilter: filterGradient,
  Conv2DBackpropInput: inputGradient,
}
