/** What one dragged point has done to the fits, in words and numbers. No DOM. */
import { decimals } from '../../ui/plane/number.ts'

/** Changes that would be printed as 0 are called none. */
const faint = 0.005

const movedBy = (change: number) =>
  Math.abs(change) < faint ? 'has not moved' : `has moved by ${decimals(change)}`

interface Constants {
  mean: number
  median: number
}

/** Mean and median now, against where they were at first. */
export function constantWords(now: Constants, first: Constants): string {
  const [mean, median] = [now.mean - first.mean, now.median - first.median]
  return Math.abs(mean) < faint && Math.abs(median) < faint
    ? `The mean is ${decimals(now.mean)}, the median ${decimals(now.median)}. Neither has moved.`
    : `The mean ${movedBy(mean)}, the median ${movedBy(median)}.`
}

export interface LineNews {
  /** Slopes now and with the point at its first place. */
  squared: readonly [now: number, first: number]
  absolute: readonly [now: number, first: number]
  /** The line of least absolute deviations passes through the point. */
  through: boolean
}

const slopeWords = ([now, first]: readonly [number, number]) =>
  Math.abs(now - first) < faint
    ? `keeps its slope of ${decimals(first)}`
    : `has gone from slope ${decimals(first)} to ${decimals(now)}`

/** A change of the slope beyond this is called a turn. */
const turn = 0.15

export function lineWords({ squared, absolute, through }: LineNews): string {
  return through && Math.abs(absolute[0] - absolute[1]) > turn
    ? `Both lines have turned, to slopes of ${decimals(squared[0])} and ${decimals(absolute[0])}. Far from the others along x, one point turns least absolute deviations, too: that line now passes through it.`
    : `The line of least squares ${slopeWords(squared)}, that of least absolute deviations ${slopeWords(absolute)}.`
}
