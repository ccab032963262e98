/** One call of a kernel for whole networks: finds room on the heap, and writes down what the kernel is to do. */
import type * as tf from '../tf.ts'
import type { Inputs } from './faster.ts'
import type { Heap } from './heap.ts'
import { layoutBytes, writeLayout, type Fields } from './stackLayout.ts'
import { roomFor, type StackShape } from './stackShape.ts'

/** `param 0`, `param 1`, ...: kernel and bias of each layer; `slot 0`, ...: what the optimizer keeps, likewise. */
export const named = (prefix: Prefix, tensors: readonly tf.Tensor[]): Record<string, tf.Tensor> =>
  Object.fromEntries(tensors.map((tensor, i) => [nameOf(prefix, i), tensor]))

type Prefix = 'param' | 'slot'
const names: Record<Prefix, string[]> = { param: [], slot: [] }
/** Made once: a name that is put together anew is looked up slowly. */
const nameOf = (prefix: Prefix, index: number) => (names[prefix][index] ??= `${prefix} ${index}`)

/** What a kernel is told beside its tensors. */
export interface CallDetails {
  batch: number
  slots: number
  rates: Float32Array
  /** For each step, seed and hidden layer what its mask is drawn by; none without dropout. */
  keys?: Int32Array
  fields: Fields
}

/**
 * @param fields what else the kernel is to know.
 * @param rates numbers for each step, which the kernel finds by `rates`.
 * @returns the address to call the kernel with.
 */
export function prepareCall(
  heap: Heap,
  inputs: Inputs,
  shape: StackShape,
  { batch, slots, rates, keys = new Int32Array(0), fields }: CallDetails,
): number {
  const room = roomFor(shape, batch, slots, keys.length > 0)
  let size = 0
  /** The offset of so many numbers, 64 bytes further on if that is where a line of the cache begins. */
  const reserve = (numbers: number) => {
    const offset = size
    size += Math.ceil((4 * numbers) / 64) * 64
    return offset
  }
  const layout = reserve(layoutBytes(shape.layers.length) / 4)
  const ratesAt = reserve(rates.length)
  const keysAt = reserve(keys.length)
  const shared = {
    inputs: reserve(room.inputs),
    labels: reserve(room.labels),
    error: reserve(room.error),
    otherError: reserve(room.error),
    gradient: reserve(room.largest),
    transposed: reserve(room.largest),
  }
  const layers = room.layers.map(({ a, mask, copies }) => ({
    a: reserve(a),
    mask: mask ? reserve(mask) : null,
    masked: mask ? reserve(mask) : null,
    copies: copies ? reserve(copies) : null,
  }))
  const zeros = heap.zeros(room.widest)
  const start = heap.scratch(size)

  const place = (prefix: Prefix, index: number) => {
    const tensor = inputs[nameOf(prefix, index)]
    return tensor ? heap.address(tensor) : 0
  }
  const within = (offset: number | null) => (offset === null ? 0 : start + offset)
  const stack = {
    ...fields,
    layers: shape.layers.length,
    batch,
    activation: shape.activation,
    alpha: shape.alpha,
    features: shape.features,
    rates: start + ratesAt,
    keys: keys.length > 0 ? start + keysAt : 0,
    zeros,
    inputs: start + shared.inputs,
    labels: start + shared.labels,
    error: start + shared.error,
    otherError: start + shared.otherError,
    gradient: start + shared.gradient,
    transposed: start + shared.transposed,
  }
  writeLayout(
    heap,
    start + layout,
    stack,
    shape.layers.map((layer, l) => ({
      inputs: layer.inputs,
      units: layer.units,
      stride: layer.stride,
      a: start + layers[l]!.a,
      mask: within(layers[l]!.mask),
      masked: within(layers[l]!.masked),
      copies: within(layers[l]!.copies),
      kernel: place('param', 2 * l),
      bias: place('param', 2 * l + 1),
      kernelSlot0: slots > 0 ? place('slot', 2 * l * slots) : 0,
      kernelSlot1: slots > 1 ? place('slot', 2 * l * slots + 1) : 0,
      biasSlot0: slots > 0 ? place('slot', (2 * l + 1) * slots) : 0,
      biasSlot1: slots > 1 ? place('slot', (2 * l + 1) * slots + 1) : 0,
    })),
  )
  heap.floats().set(rates, (start + ratesAt) / 4)
  heap.integers().set(keys, (start + keysAt) / 4)
  return start + layout
}
