/** How long a run takes on this device, from the steps that it has made so far. No DOM. */

/** A step, and when the page heard of it, in ms. */
export interface Progress {
  time: number
  step: number
}

export interface Pace {
  /** Seconds from the first entry to the end of the run. */
  seconds: number
  /** The device makes fewer steps than were asked for: waiting is its doing, not the reader's. */
  limited: boolean
}

/** Milliseconds: what an estimate needs behind it; what it looks back on; how late a step may be heard of. */
const [least, window, late] = [1500, 6000, 250]

/**
 * Null while too little is known. The rate is that of the last six seconds, or of two steps where they take longer.
 * What goes by before the first step is counted once and is no part of the rate: compiling happens there.
 * @param heard begins where Run was pressed and has one entry for each time that the step grew.
 * @param last the step at which the run ends.
 * @param speed steps a second that the reader chose.
 */
export function paceOf(heard: readonly Progress[], last: number, speed: number | 'all'): Pace | null {
  const [start, first] = heard
  const now = heard.at(-1)
  if (!start || !first || !now || now.time - first.time < least) return null
  const before = heard.findLastIndex(({ time }) => time <= now.time - window)
  const from = heard[Math.max(1, before)]!
  const [steps, time] = [now.step - from.step, now.time - from.time]
  const asked = speed === 'all' ? Infinity : (speed * (time - late)) / 1000
  return {
    seconds: (now.time - start.time) / 1000 + ((last - now.step) * time) / steps / 1000,
    limited: steps + 1 < 0.95 * asked,
  }
}

/** Seconds: a run that takes longer is spoken of; of one that is, less than this ends it. */
const [long, shortAgain] = [15, 12]

/**
 * The seconds to name, null for none: rounded, and the same as before until they are off by a fifth, so that words
 * do not flicker.
 */
export function named(before: number | null, { seconds, limited }: Pace): number | null {
  if (!limited || seconds <= (before === null ? long : shortAgain)) return null
  if (before !== null && Math.abs(seconds - before) < Math.max(5, before / 5)) return before
  const unit = seconds < 100 ? 5 : seconds < 6000 ? 60 : 3600
  return unit * Math.round(seconds / unit)
}

/** "40 s", "3 min", "2 h". */
export const durationWords = (seconds: number): string =>
  seconds < 100
    ? `${seconds} s`
    : seconds < 6000
      ? `${Math.round(seconds / 60)} min`
      : `${Math.round(seconds / 3600)} h`
