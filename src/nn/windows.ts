/**
 * Where the windows of a convolution or of a pooling stand along one axis, and how many there are. Whole numbers only,
 * no tfjs: pages use it too. Along two axes each goes by itself.
 */

/** Names of paddings: none, as much as keeps the size at stride 1, and as much as lets every overlap count. */
export const paddings = ['valid', 'same', 'full'] as const
export type Padding = (typeof paddings)[number]

/** Zeros before the first and after the last input. */
export interface Pad {
  before: number
  after: number
}

/** Along one axis: `size` inputs, windows of `kernel` of them, `stride` from one window to the next. */
export interface Axis {
  size: number
  kernel: number
  stride: number
}

const whole = (name: string, value: number, least: number) => {
  if (!Number.isInteger(value) || value < least)
    throw new Error(`windows: expected ${name} to be a whole number from ${least} on, got ${value}`)
}

function check({ size, kernel, stride }: Axis): void {
  whole('the size of the input', size, 1)
  whole('the size of the kernel', kernel, 1)
  whole('the stride', stride, 1)
}

/**
 * How many zeros stand at each end.
 *
 * - `valid`: none.
 * - `same`: as many as give ceil(size / stride) windows. TensorFlow's rule: where their number is odd, the additional
 *   one stands at the end.
 * - `full`: kernel − 1 at both ends, so that the first window holds the first input alone.
 * - a number: as many at both ends.
 *
 * @throws for sizes below 1, a padding below 0, or numbers that are not whole.
 */
export function paddingOf(axis: Axis, padding: Padding | number): Pad {
  check(axis)
  const { size, kernel, stride } = axis
  switch (padding) {
    case 'valid':
      return { before: 0, after: 0 }
    case 'same': {
      const total = Math.max((Math.ceil(size / stride) - 1) * stride + kernel - size, 0)
      const before = Math.floor(total / 2)
      return { before, after: total - before }
    }
    case 'full':
      return { before: kernel - 1, after: kernel - 1 }
    default:
      whole('the padding', padding, 0)
      return { before: padding, after: padding }
  }
}

/**
 * How many windows there are: floor((size + before + after − kernel) / stride) + 1, and 0 where the kernel is larger
 * than what it slides over (Dumoulin and Visin, A guide to convolution arithmetic for deep learning, 2016).
 */
export function outputSize(axis: Axis, { before, after }: Pad): number {
  check(axis)
  const room = axis.size + before + after - axis.kernel
  return room < 0 ? 0 : Math.floor(room / axis.stride) + 1
}

/** The input at which each window begins; those below 0 begin in the padding. */
export const windowStarts = (axis: Axis, pad: Pad): number[] =>
  Array.from({ length: outputSize(axis, pad) }, (_, i) => i * axis.stride - pad.before)

/** In how many windows each input takes part. */
export function participation(axis: Axis, pad: Pad): number[] {
  const counts = Array<number>(axis.size).fill(0)
  for (const start of windowStarts(axis, pad))
    for (let i = Math.max(0, start); i < Math.min(axis.size, start + axis.kernel); i++) counts[i]! += 1
  return counts
}
