/** Numbers of weights in words. No DOM. */
import {
  biasesOf,
  bottleneck,
  evenShare,
  lastThatSaves,
  multiplyAddsOf,
  plain,
  sum,
  weightsOf,
  type Layer,
  type Sizes,
} from './count.ts'

/** 589,824. */
export const whole = (value: number): string => value.toLocaleString('en-US')

/** "8.5 times": two digits below ten, and whole from there on. */
const times = (ratio: number) => `${ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)} times`

/** "3 × 3, 256 → 64": the kernel, and the channels that come in and go out. */
export const layerWords = ({ kernel, from, to }: Layer): string => `${kernel} × ${kernel}, ${from} → ${to}`

/** Who has fewer weights, and by how much. */
export function comparedWords(sizes: Sizes): string {
  const [one, three] = [sum(plain(sizes), weightsOf), sum(bottleneck(sizes), weightsOf)]
  const start = `The bottleneck has ${whole(three)} weights, the plain convolution ${whole(one)}`
  if (three === one) return `${start}: as many.`
  return three < one
    ? `${start}: ${times(one / three)} as many.`
    : `${start}. The bottleneck has ${times(three / one)} as many.`
}

export const plainWords = (sizes: Sizes): string => {
  const { channels, kernel } = sizes
  return `k² C² = ${kernel ** 2} × ${channels}² = ${whole(sum(plain(sizes), weightsOf))}`
}

export const bottleneckWords = (sizes: Sizes): string => {
  const { channels, narrow, kernel } = sizes
  return `2 C C′ + k² C′² = 2 × ${channels} × ${narrow} + ${kernel ** 2} × ${narrow}² = ${whole(sum(bottleneck(sizes), weightsOf))}`
}

/** Where a bottleneck stops saving. */
export function evenWords({ channels, kernel }: Sizes): string {
  const last = lastThatSaves(channels, kernel)
  return `At C′ = ${evenShare(kernel).toFixed(3)} C both have as many. With ${channels} channels the bottleneck has fewer up to C′ = ${last}.`
}

export interface Count {
  name: string
  plain: string
  bottleneck: string
}

/** Weights, biases and multiply-adds of both, for a map of side × side positions. */
export const counts = (sizes: Sizes, side: number): Count[] => {
  const row = (name: string, of: (layer: Layer) => number): Count => ({
    name,
    plain: whole(sum(plain(sizes), of)),
    bottleneck: whole(sum(bottleneck(sizes), of)),
  })
  return [
    row('Weights', weightsOf),
    row('Biases', biasesOf),
    row('Multiply-adds', (layer) => multiplyAddsOf(layer, side)),
  ]
}
