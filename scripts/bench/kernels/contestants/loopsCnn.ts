/**
 * The bare SIMD loops of a convolutional network: the functions of the book's WebAssembly one after the other, on a
 * memory of its own. Biases and ReLU come after the pooling, where there is a quarter of the numbers; both leave the
 * greatest of four the greatest, so that nothing else changes. What the WebAssembly has no function for, the slopes
 * of ReLU and of the softmax, is a loop here.
 */
import { activationCodes } from '../../../../src/nn/simd/activationCodes.ts'
import { fieldNames, writeFields } from '../../../../src/nn/simd/fields.ts'
import { ownHeap, type OwnHeap } from '../../../../src/nn/simd/ownMemory.ts'
import { softmaxGradient } from '../../reference/loss.ts'
import { repeat, type Contestant } from '../contestant.ts'
import { cnnWeights, learningRate, rowsOf, type CnnWorkload } from '../workloads.ts'

const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-7]

/** Those of src/nn/simd/assembly/conv.ts and pool.ts. */
const sizes = 'batch height width channels rows columns'
const windows = 'filterHeight filterWidth strideY strideX top left'
const poolFields = fieldNames(`${sizes} ${windows}`)
const convFields = fieldNames(`${sizes} filters ${windows} frameHeight frameWidth frame zeros turned`)

/** Numbers of the heap, by address and as a view. The heap does not grow. */
function place(heap: OwnHeap, values: Float32Array) {
  const address = heap.address(heap.place(values))
  return { address, values: heap.floats().subarray(address / 4, address / 4 + values.length) }
}
const room = (heap: OwnHeap, count: number) => place(heap, new Float32Array(count))
const addressOf = (heap: OwnHeap, names: readonly string[], fields: Record<string, number>) => {
  const { address } = room(heap, names.length)
  writeFields(heap, address, names, fields)
  return address
}

/** Convolution 3x3 and pooling of images of `size` pixels a side. */
function block(heap: OwnHeap, batch: number, size: number, channels: number, filters: number) {
  const { address: zeros } = room(heap, Math.max(channels, filters))
  const half = size >> 1
  const images = { batch, height: size, width: size }
  const window = { strideY: 1, strideX: 1, top: 1, left: 1, filterHeight: 3, filterWidth: 3 }
  const frame = (depth: number) => ({
    frameHeight: size + 2,
    frameWidth: size + 2,
    frame: room(heap, (size + 2) ** 2 * depth).address,
  })
  const conv = { ...images, ...window, channels, rows: size, columns: size, filters, zeros }
  const turned = room(heap, 9 * channels * filters).address
  const pixels = batch * size * size
  const pooledPixels = batch * half * half
  return {
    batch,
    filters,
    pooledPixels,
    forward: addressOf(heap, convFields, { ...conv, ...frame(channels) }),
    backward: addressOf(heap, convFields, { ...conv, ...frame(filters), turned }),
    pool: addressOf(heap, poolFields, {
      ...images,
      channels: filters,
      rows: half,
      columns: half,
      filterHeight: 2,
      filterWidth: 2,
      strideY: 2,
      strideX: 2,
    }),
    z: room(heap, pixels * filters),
    dz: room(heap, pixels * filters),
    pooled: room(heap, pooledPixels * filters),
    a: room(heap, pooledPixels * filters),
    d: room(heap, pooledPixels * filters),
  }
}
type Block = ReturnType<typeof block>

const relu = ({ a, d }: Block) => {
  for (let i = 0; i < d.values.length; i++) if (!(a.values[i]! > 0)) d.values[i] = 0
}

export async function loopsCnn(workload: CnnWorkload): Promise<Contestant> {
  const { size, channels, classes, batch } = workload
  const heap = await ownHeap(64)
  const { binary } = heap
  const { x: pixels, y } = rowsOf(workload, 0)
  const x = place(heap, pixels)
  const weights = cnnWeights(workload)
  const all = Float32Array.from(weights.flatMap(({ kernel, bias }) => [...kernel, ...bias]))
  const [params, gradients] = [place(heap, all), room(heap, all.length)]
  const [m, v] = [room(heap, all.length), room(heap, all.length)]
  let end = 0
  /** Bytes from the start of all parameters, or gradients, to a layer's kernel and bias. */
  const offsets = weights.map(({ kernel, bias }) => {
    const start = 4 * end
    end += kernel.length + bias.length
    return { kernel: start, bias: start + 4 * kernel.length }
  })
  const blocks = [
    block(heap, batch, size, 1, channels[0]),
    block(heap, batch, size >> 1, channels[0], channels[1]),
  ] as const
  const top = blocks[1]
  const flat = top.a.values.length / batch
  const [logits, delta] = [room(heap, batch * classes), room(heap, batch * classes)]
  const { address: zeros } = room(heap, Math.max(flat, classes))
  const { address: scratch } = room(heap, flat * classes)

  function forward() {
    let input = x.address
    for (const [i, b] of blocks.entries()) {
      const [kernel, bias] = [params.address + offsets[i]!.kernel, params.address + offsets[i]!.bias]
      binary.convolve(b.forward, input, kernel, b.z.address)
      binary.maxPool(b.pool, b.z.address, b.pooled.address)
      binary.addRows(b.pooled.address, bias, b.a.address, 1, b.pooledPixels, b.filters)
      const { address, values } = b.a
      binary.activationForward(activationCodes.relu, address, address, values.length, 1)
      input = address
    }
    const kernel = params.address + offsets[2]!.kernel
    binary.products(1, batch, flat, classes, input, 0, 0, kernel, 0, 0, logits.address, scratch, zeros)
    const bias = params.address + offsets[2]!.bias
    binary.addRows(logits.address, bias, logits.address, 1, batch, classes)
  }
  function backward() {
    const [kernel, bias] = [offsets[2]!.kernel, offsets[2]!.bias].map((offset) => gradients.address + offset)
    const own = params.address + offsets[2]!.kernel
    const [a, d] = [top.a.address, delta.address]
    binary.products(1, flat, batch, classes, a, 0, 1, d, 0, 0, kernel!, scratch, zeros)
    binary.sums(d, 1, batch, classes, bias!)
    binary.products(1, batch, classes, flat, d, 0, 0, own, 0, 1, top.d.address, scratch, zeros)
    for (const i of [1, 0] as const) {
      const b = blocks[i]
      const below = i === 0 ? x : blocks[0].a
      relu(b)
      binary.sums(b.d.address, 1, b.pooledPixels, b.filters, gradients.address + offsets[i]!.bias)
      binary.maxPoolGradient(b.pool, b.z.address, b.pooled.address, b.d.address, b.dz.address)
      const gradient = gradients.address + offsets[i]!.kernel
      binary.convolveFilterGradient(b.forward, below.address, b.dz.address, gradient)
      const filter = params.address + offsets[i]!.kernel
      if (i === 1) binary.convolveInputGradient(b.backward, b.dz.address, filter, blocks[0].d.address)
    }
  }
  let step = 0
  function update() {
    step++
    const rate = learningRate / (1 - beta1 ** step)
    const scale = 1 / Math.sqrt(1 - beta2 ** step)
    const own = [params.address, m.address, v.address] as const
    const state = [own[0], gradients.address, own[1], own[2], ...own, all.length]
    binary.adam(...state, beta1, 1 - beta1, beta2, 1 - beta2, epsilon, rate, scale)
  }
  return {
    train: repeat(() => {
      forward()
      softmaxGradient(logits.values, y, classes, delta.values)
      backward()
      update()
    }),
    logits: () => {
      forward()
      return logits.values.slice()
    },
  }
}
