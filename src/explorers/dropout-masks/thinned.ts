/** A small network of tanh units with ten hidden units, and all 1,024 networks that are left of it when units are dropped. */
import { random } from '../../nn/random.ts'

export const inputs = 3
export const droppable = 10
export const count = 2 ** droppable

export interface Network {
  /** Units of each hidden layer; ten together. */
  hidden: readonly number[]
  /** Of each layer, the last one included, `[from, to]`, flat. No biases. */
  kernels: readonly Float64Array[]
}

/** Normal weights of variance 2 / inputs, drawn once. Nothing is trained. */
export function network(hidden: readonly number[]): Network {
  const sizes = [inputs, ...hidden, 1]
  const draw = random(0).split(`weights ${hidden.join(' ')}`)
  const kernels = sizes.slice(1).map((to, layer) => {
    const from = sizes[layer]!
    return Float64Array.from({ length: from * to }, () => draw.normal(0, Math.sqrt(2 / from)))
  })
  return { hidden, kernels }
}

/** The examples of a batch: three numbers each, normal. */
export const examples: readonly Float64Array[] = ['A', 'B', 'C'].map((name) => {
  const draw = random(0).split(`example ${name}`)
  return Float64Array.from({ length: inputs }, () => draw.normal())
})

/** Bit i of a mask is set where hidden unit i, counted layer by layer, is kept. */
export type Mask = number
export const allOn: Mask = count - 1

export interface Pass {
  /** What each hidden unit hands on. */
  activations: readonly Float64Array[]
  answer: number
}

/** @param scale what the activations of hidden units are multiplied by: with the share kept, the weights behind them are scaled. */
export function pass({ hidden, kernels }: Network, x: Float64Array, mask: Mask, scale = 1): Pass {
  let bit = 0
  let from = x
  const activations = hidden.map((units, layer) => {
    const sums = products(from, kernels[layer]!, units)
    from = sums.map((z) => (mask & (1 << bit++) ? scale * Math.tanh(z) : 0))
    return from
  })
  return { activations, answer: products(from, kernels.at(-1)!, 1)[0]! }
}

const products = (from: Float64Array, kernel: Float64Array, units: number) =>
  Float64Array.from({ length: units }, (_, j) =>
    from.reduce((sum, value, i) => sum + value * kernel[i * units + j]!, 0),
  )

/** What each of the 1,024 networks answers, by its mask. */
export const answers = (net: Network, x: Float64Array): Float64Array =>
  Float64Array.from({ length: count }, (_, mask) => pass(net, x, mask).answer)

/** How probable each mask is where units are kept with probability `keep`; the sum is 1. */
export function chances(keep: number): Float64Array {
  const byUnits = Array.from(
    { length: droppable + 1 },
    (_, on) => keep ** on * (1 - keep) ** (droppable - on),
  )
  return Float64Array.from({ length: count }, (_, mask) => byUnits[unitsIn(mask)]!)
}

export function unitsIn(mask: Mask): number {
  let on = 0
  for (let bit = 0; bit < droppable; bit++) if (mask & (1 << bit)) on++
  return on
}

/** The mean of all answers, each as often as its mask. */
export const mean = (values: Float64Array, weights: Float64Array): number =>
  values.reduce((sum, value, i) => sum + value * weights[i]!, 0)

/** The mask of one toss: the same seed and name give the same. */
export function toss(name: string, keep: number): Mask {
  const draw = random(0).split(name)
  let mask = 0
  for (let bit = 0; bit < droppable; bit++) if (draw.uniform() < keep) mask |= 1 << bit
  return mask
}
