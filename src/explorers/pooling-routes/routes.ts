/** Pooling of one small map: which of a window's numbers its output is made of, and by which shares. No DOM. */
import { digits } from '../../nn/datasets/digits.ts'
import { random } from '../../nn/random.ts'
import { drawn } from '../../nn/stochasticWindow.ts'
import { windowStarts } from '../../nn/windows.ts'

/** Rows and columns of the map. */
export const side = 6
/** Values are whole numbers from 0 to this. */
export const highest = 9

export type Kind = 'max' | 'average' | 'stochastic' | 'globalMax' | 'globalAverage'
export type Size = 2 | 3

/** One output: what it is made of and what it gives back. */
export interface Output {
  /** Indices into the map, row by row. */
  places: readonly number[]
  value: number
  /** For each place, its share of the gradient that arrives; they sum to 1, or to 0 if nothing was drawn. */
  shares: readonly number[]
}

export const isGlobal = (kind: Kind): boolean => kind === 'globalMax' || kind === 'globalAverage'

/** Outputs along one side: windows of `size` every two pixels, without padding; 1 for global pooling. */
export const outputSide = (kind: Kind, size: Size): number => (isGlobal(kind) ? 1 : startsOf(size).length)

const startsOf = (size: Size) =>
  windowStarts({ size: side, kernel: size, stride: 2 }, { before: 0, after: 0 })

/** For each output, row by row, the indices of its window. */
export function windowsOf(kind: Kind, size: Size): number[][] {
  const [starts, length] = isGlobal(kind) ? [[0], side] : [startsOf(size), size]
  return starts.flatMap((row) =>
    starts.map((column) =>
      Array.from({ length: length * length }, (_, i) => {
        return (row + Math.floor(i / length)) * side + column + (i % length)
      }),
    ),
  )
}

/** A draw from the uniform distribution on [0, 1) for each output; the same for the same number. */
export function drawsOf(number: number, outputs: number): number[] {
  const generator = random(0).split(`draw ${number}`)
  return Array.from({ length: outputs }, () => generator.uniform())
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** @param draws one for each output; only stochastic pooling looks at them. */
export function pool(map: readonly number[], kind: Kind, size: Size, draws: readonly number[]): Output[] {
  return windowsOf(kind, size).map((places, output) => {
    const values = places.map((place) => map[place]!)
    if (kind === 'average' || kind === 'globalAverage')
      return { places, value: sum(values) / values.length, shares: values.map(() => 1 / values.length) }
    // Of numbers that tie, the first has the gradient: so do the kernels of this book.
    const chosen = kind === 'stochastic' ? drawn(values, draws[output]!) : values.indexOf(Math.max(...values))
    return { places, value: values[chosen] ?? 0, shares: values.map((_, i) => (i === chosen ? 1 : 0)) }
  })
}

/** The gradient that arrives at each output. Made up, so that one can follow it. */
export const arriving = (kind: Kind, outputs: number): number[] =>
  isGlobal(kind) ? [72] : [4, -8, 8, -4, 12, 4, -12, 8, -8].slice(0, outputs)

/** The gradient of each number of the map: from every window that it is in, its share of what arrives there. */
export function gradients(outputs: readonly Output[], arrives: readonly number[]): number[] {
  const given = Array<number>(side * side).fill(0)
  outputs.forEach(({ places, shares }, output) => {
    places.forEach((place, i) => (given[place]! += shares[i]! * arrives[output]!))
  })
  return given
}

/** The map moved right; zeros come in at the left, and what leaves at the right is gone. */
export const shifted = (map: readonly number[], by: number): number[] =>
  map.map((_, i) => (i % side >= by ? map[i - by]! : 0))

/** How the outputs of a moved map compare with those of the map as it was. */
export function comparison(before: readonly Output[], after: readonly Output[]) {
  const columns = Math.sqrt(after.length)
  return {
    changed: after.filter(({ value }, i) => value !== before[i]!.value).length,
    /** Each is what stood one place further left; the first column came in. */
    moved: after.every(({ value }, i) => i % columns === 0 || value === before[i - 1]!.value),
  }
}

/** Ink minus the ink to its right: a filter for left edges of strokes, three pixels high. */
const edges = [-1, 0, 1, -1, 0, 1, -1, 0, 1]

/** The middle of the feature map that the edge filter makes of a drawn digit, after a ReLU, as whole numbers. */
export function startingMap(): number[] {
  const size = 12
  const { train, mean, std } = digits(random(0).split('drawings'), { train: 10, test: 10, size })
  const ink = Array.from(train.x.subarray(4 * size * size, 5 * size * size), (value, pixel) =>
    Math.min(1, Math.max(0, value * std + mean[pixel]!)),
  )
  const from = (size - 2 - side) / 2
  const values = Array.from({ length: side * side }, (_, i) => {
    const [row, column] = [from + Math.floor(i / side), from + (i % side)]
    return Math.max(
      0,
      sum(edges.map((weight, j) => weight * ink[(row + Math.floor(j / 3)) * size + column + (j % 3)]!)),
    )
  })
  const largest = Math.max(...values)
  return values.map((value) => Math.round((highest * value) / largest))
}
