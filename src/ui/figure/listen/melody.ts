/** A curve as a melody: which tone sounds when. No DOM, no sound. */
import type { Axis } from '../../plot/axes.ts'

/** Hz: the bottom and the top of the plot, three octaves apart; small speakers still carry the lower one. */
export const [lowest, highest] = [165, 1320] as const

/** Seconds that a curve over the whole clock takes. */
export const length = 4

/** Tones a second: quicker than an ear tells apart, so that they join to a line. */
const density = 25

export interface Tone {
  /** Seconds from the start of the melody. */
  at: number
  /** Position on the clock. */
  epoch: number
  /** Hz; null where there is no number to hear. */
  pitch: number | null
}

/** The pitch of a value: equal distances on the plot are equal intervals. Outside the axis it is that of the nearest end. */
export function pitchOf(value: number, { scale, domain: [low, high] }: Axis): number | null {
  if (!Number.isFinite(value)) return null
  const place = scale === 'log' ? Math.log : (number: number) => number
  const share =
    (place(Math.max(value, scale === 'log' ? low : value)) - place(low)) / (place(high) - place(low))
  return lowest * (highest / lowest) ** Math.min(1, Math.max(0, share))
}

/**
 * @param epochs positions on the clock, ascending in time; `values` as many.
 * @param clock where it starts and ends: a curve that ends early is a shorter melody.
 */
export function melody(
  epochs: ArrayLike<number>,
  values: ArrayLike<number>,
  clock: { start: number; end: number },
  axis: Axis,
): Tone[] {
  const count = Math.min(epochs.length, length * density)
  return Array.from({ length: count }, (_, i) => {
    // The first and the last measurement are always heard.
    const index = count === 1 ? 0 : Math.round((i * (epochs.length - 1)) / (count - 1))
    const epoch = epochs[index] ?? clock.start
    return {
      at: (length * (epoch - clock.start)) / (clock.end - clock.start),
      epoch,
      pitch: pitchOf(values[index] ?? Number.NaN, axis),
    }
  })
}
