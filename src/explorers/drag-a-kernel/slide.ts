/** A window of nine pixels slides over a digit: products, sums, the map that they make. No DOM. */
import { digits } from '../../nn/datasets/digits.ts'
import { random } from '../../nn/random.ts'
import { outputSize } from '../../nn/windows.ts'

/** Pixels along a side of the image, and of the window. */
export const size = 12
export const kernelSize = 3

/** Rounded to tenths, pixels and weights make sums of two decimals at most, which a reader can check. */
const tenth = (value: number) => Math.round(value * 10) / 10
export const clean = (value: number): number => Math.round(value * 1e6) / 1e6 + 0

/** The ten digits of a seed, 0 to 9: ink from 0 to 1 in tenths, row by row. */
export function drawings(seed: number): readonly (readonly number[])[] {
  const style = { train: 10, test: 10, size, noise: 0, hard: 0.6 }
  const { train, mean, std } = digits(random(seed).split('sliding'), style)
  return Array.from({ length: train.count }, (_, i) =>
    Array.from(train.x.subarray(i * train.features, (i + 1) * train.features), (value, pixel) =>
      tenth(Math.min(1, Math.max(0, value * std + mean[pixel]!))),
    ),
  )
}

/** Nine weights, row by row. */
export type Kernel = readonly number[]

/** Turned by half a turn: both axes reversed, as the convolution of mathematics has its kernel. */
export const turned = (kernel: Kernel): Kernel => kernel.toReversed()

/** A place of the map, row and column from 0. */
export interface Place {
  row: number
  column: number
}

/** Rows and columns of the map: valid padding. */
export const mapSize = (stride: number): number =>
  outputSize({ size, kernel: kernelSize, stride }, { before: 0, after: 0 })

/** The window's first row and first column. */
export const cornerOf = ({ row, column }: Place, stride: number): Place => ({
  row: row * stride,
  column: column * stride,
})

/** The nine pixels below the window, row by row. */
export function pixelsAt(image: readonly number[], place: Place, stride: number): number[] {
  const { row, column } = cornerOf(place, stride)
  return Array.from(
    { length: kernelSize ** 2 },
    (_, i) => image[(row + Math.floor(i / kernelSize)) * size + column + (i % kernelSize)]!,
  )
}

export const products = (pixels: readonly number[], kernel: Kernel): number[] =>
  pixels.map((pixel, i) => clean(pixel * kernel[i]!))

export const total = (values: readonly number[]): number =>
  clean(values.reduce((sum, value) => sum + value, 0))

export const relu = (value: number): number => Math.max(0, value)

/** The whole map before any ReLU, row by row. */
export function slide(image: readonly number[], kernel: Kernel, stride: number): number[] {
  const side = mapSize(stride)
  return Array.from({ length: side * side }, (_, i) =>
    total(products(pixelsAt(image, { row: Math.floor(i / side), column: i % side }, stride), kernel)),
  )
}
