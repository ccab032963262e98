/** What a view says of one digit at one place, and the words for places. No DOM. */
import { outputs, reach, rowsShown, size } from './config.ts'
import type { Move } from './moved.ts'
import type { View } from './train.ts'

const across = 2 * reach + 1
export const places = across * across

export const indexOf = ([right, down]: Move) => (down + reach) * across + right + reach

/** The ten probabilities of image `shown` at place `index`. */
export const readingAt = ({ probabilities }: View, shown: number, index: number): Float32Array =>
  probabilities.subarray((shown * places + index) * outputs, (shown * places + index + 1) * outputs)

/** At each place, the probability of the digit that it is, and whether no other is likelier. */
export function rightAt(view: View, shown: number): { probability: number; right: boolean }[] {
  const label = view.labels[shown]!
  return Array.from({ length: places }, (_, index) => {
    const reading = readingAt(view, shown, index)
    const probability = reading[label]!
    return { probability, right: probability === Math.max(...reading) }
  })
}

/** Brightness of image `shown`, moved, row by row. */
export function movedInk({ images }: View, shown: number, [right, down]: Move): number[] {
  return Array.from({ length: size * size }, (_, pixel) => {
    const column = (pixel % size) - right
    const line = Math.floor(pixel / size) - down
    const inside = column >= 0 && column < size && line >= 0 && line < size
    return inside ? images[(shown * size + line) * size + column]! : 0
  })
}

export const held = (offset: number) => Math.max(-reach, Math.min(reach, Math.round(offset)))

const pixels = (count: number) => `${count} ${count === 1 ? 'pixel' : 'pixels'}`

/** "2 pixels to the right and 1 pixel down". */
export function moveWords([right, down]: Move): string {
  const parts = [
    ...(right === 0 ? [] : [`${pixels(Math.abs(right))} to the ${right > 0 ? 'right' : 'left'}`]),
    ...(down === 0 ? [] : [`${pixels(Math.abs(down))} ${down > 0 ? 'down' : 'up'}`]),
  ]
  return parts.length === 0 ? 'where it was' : parts.join(' and ')
}

export const choices = rowsShown.map((_, i) => i)
