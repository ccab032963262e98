/** One input, one kernel, one stride, one padding: the numbers of the explorer. No DOM. */
import {
  outputSize,
  paddingOf,
  participation,
  windowStarts,
  type Axis,
  type Pad,
  type Padding,
} from '../../nn/windows.ts'

export const ways = ['valid', 'same', 'full', 'hand'] as const
/** A padding by name, or as many zeros at both ends as the reader says. */
export type Way = (typeof ways)[number]

export interface Shape {
  axis: Axis
  pad: Pad
  /** Cells of input and padding together. */
  cells: number
  output: number
  starts: readonly number[]
  /** In how many windows each input is. */
  counts: readonly number[]
}

const named = (way: Way, byHand: number): Padding | number => (way === 'hand' ? byHand : way)

export function shapeOf(axis: Axis, way: Way, byHand: number): Shape {
  const pad = paddingOf(axis, named(way, byHand))
  return {
    axis,
    pad,
    cells: axis.size + pad.before + pad.after,
    output: outputSize(axis, pad),
    starts: windowStarts(axis, pad),
    counts: participation(axis, pad),
  }
}

/** The windows, from 0, that hold an input. */
export const holding = ({ axis, starts }: Shape, input: number): number[] =>
  starts.flatMap((start, i) => (start <= input && input < start + axis.kernel ? [i] : []))

/** In the plane both axes are alike: the pixel of a row and a column is in the product of the two counts. */
export const planeCounts = ({ counts }: Shape): number[] =>
  counts.flatMap((down) => counts.map((across) => down * across))
