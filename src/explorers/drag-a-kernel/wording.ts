/** What the explorer says. No DOM. */
import {
  clean,
  cornerOf,
  kernelSize,
  mapSize,
  products,
  relu,
  size,
  total,
  turned,
  type Kernel,
  type Place,
} from './slide.ts'

/** At most two decimals, none that are not needed, and a proper minus: 0.8, −1, 0.08. */
export const number = (value: number): string => String(clean(Number(value.toFixed(2)))).replace('-', '−')

/** "0.8 − 0.5 + 0 = 0.3": each product with its sign, and what they add up to. */
export function sumWords(values: readonly number[]): string {
  const terms = values.map((value, i) =>
    i === 0 ? number(value) : `${value < 0 ? '−' : '+'} ${number(Math.abs(value))}`,
  )
  return `${terms.join(' ')} = ${number(total(values))}`
}

/** "row 4, column 5", counted from 1. */
export const placeWords = ({ row, column }: Place): string => `row ${row + 1}, column ${column + 1}`

/** Where the window lies, for who hears it. */
export function windowWords(place: Place, stride: number): string {
  const { row, column } = cornerOf(place, stride)
  return `rows ${row + 1} to ${row + kernelSize}, columns ${column + 1} to ${column + kernelSize} of the image`
}

/** The sum at the window, and what becomes of it. */
export function resultWords(pixels: readonly number[], kernel: Kernel, withRelu: boolean): string {
  const values = products(pixels, kernel)
  const sum = total(values)
  const after = !withRelu
    ? ''
    : sum > 0
      ? `; the ReLU lets it pass: ${number(relu(sum))}`
      : `; after the ReLU: ${number(relu(sum))}`
  return `${sumWords(values)}${after}.`
}

/** What the filter gives where all nine pixels are alike. */
export function evenWords(kernel: Kernel): string {
  const sum = total(kernel)
  const start = `The nine weights add up to ${number(sum)}`
  if (sum === 0) return `${start}: where the image is even, all ink or all paper, the map is 0.`
  if (sum === 1) return `${start}: where the image is even, the map is as bright as the image.`
  return `${start}: where the image is even, the map is ${number(sum)} times the image.`
}

const same = (a: Kernel, b: Kernel) => a.every((weight, i) => weight === b[i])

/** Whether it matters that the filter is turned, and what it is called. */
export function flipWords(kernel: Kernel, flipped: boolean): string {
  const other = turned(kernel)
  const effect = same(kernel, other)
    ? 'This filter is the same when it is turned by half a turn, so the map is, too.'
    : same(
          kernel,
          other.map((weight) => clean(-weight)),
        )
      ? 'Turned by half a turn, this filter has the opposite signs, and so has the map.'
      : 'Turned by half a turn, this filter is another one, with another map.'
  return flipped
    ? `Flipped: convolution as mathematics has it. ${effect}`
    : `Not flipped: cross-correlation, which libraries call convolution. ${effect}`
}

export function sizeWords(stride: number): string {
  const side = mapSize(stride)
  const room = size - kernelSize
  const steps = stride === 1 ? String(room) : `${room} / ${stride}, rounded down,`
  return `${size} − ${kernelSize} = ${room}; ${stride === 1 ? '' : `${steps} = ${side - 1}; `}and one more for the first place: ${side} × ${side}.`
}

/** What the map shows now. */
export function mapWords(filled: number, stride: number, place: Place, value: number): string {
  const side = mapSize(stride)
  return `The feature map, ${side} by ${side}, ${filled} of ${side * side} places filled. At ${placeWords(place)} it is ${number(value)}.`
}
