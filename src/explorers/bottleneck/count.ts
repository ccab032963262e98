/** Weights, biases and multiply-adds of a convolution and of a bottleneck in its place. Whole numbers. No DOM. */

/** One convolution: every filter is `kernel` × `kernel` × `from` weights and a bias, and there are `to` filters. */
export interface Layer {
  kernel: number
  from: number
  to: number
}

export const weightsOf = ({ kernel, from, to }: Layer): number => kernel * kernel * from * to

/** One for each filter. */
export const biasesOf = ({ to }: Layer): number => to

/** Stride 1 and same padding: every weight is used once at each of the side × side positions. */
export const multiplyAddsOf = (layer: Layer, side: number): number => weightsOf(layer) * side * side

export interface Sizes {
  /** C: channels that come in and go out. */
  channels: number
  /** C′: channels between the two 1 × 1 convolutions. */
  narrow: number
  kernel: number
}

/** k × k from C to C channels. */
export const plain = ({ channels, kernel }: Sizes): Layer[] => [{ kernel, from: channels, to: channels }]

/** 1 × 1 down to C′, k × k at C′, 1 × 1 up to C (He et al., Deep residual learning, 2016, figure 5, right). */
export const bottleneck = ({ channels, narrow, kernel }: Sizes): Layer[] => [
  { kernel: 1, from: channels, to: narrow },
  { kernel, from: narrow, to: narrow },
  { kernel: 1, from: narrow, to: channels },
]

export const sum = (layers: readonly Layer[], of: (layer: Layer) => number): number =>
  layers.reduce((total, layer) => total + of(layer), 0)

/**
 * The C′ / C at which both have as many weights: the positive root of k² r² + 2 r = k². Below it the bottleneck has
 * fewer, above it more.
 */
export const evenShare = (kernel: number): number => (Math.sqrt(1 + kernel ** 4) - 1) / kernel ** 2

/** The largest C′ with which the bottleneck has fewer weights, 0 where there is none. */
export const lastThatSaves = (channels: number, kernel: number): number => {
  const whole = sum(plain({ channels, narrow: 1, kernel }), weightsOf)
  let narrow = Math.ceil(evenShare(kernel) * channels)
  while (narrow > 0 && sum(bottleneck({ channels, narrow, kernel }), weightsOf) >= whole) narrow -= 1
  return narrow
}
