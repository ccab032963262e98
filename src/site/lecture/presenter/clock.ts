/** The clock of a lecture: how long it has gone on, and whether that fits the slide that is shown. No DOM. */

export interface Clock {
  /** Milliseconds that were counted before `since`. */
  counted: number
  /** When it was started, in milliseconds of `Date.now()`; null: it stands. */
  since: number | null
}

export const stopped: Clock = { counted: 0, since: null }

/** Milliseconds at `now`; a clock of the computer that was set back counts as none. */
export const elapsed = ({ counted, since }: Clock, now: number): number =>
  counted + (since === null ? 0 : Math.max(0, now - since))

export const startClock = (clock: Clock, now: number): Clock =>
  clock.since === null ? { ...clock, since: now } : clock

export const pauseClock = (clock: Clock, now: number): Clock => ({
  counted: elapsed(clock, now),
  since: null,
})

const two = (value: number) => String(value).padStart(2, '0')

/** "14:20", "1:02:03" */
export function clockWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

const minutesWords = (milliseconds: number) => `${Math.max(1, Math.round(milliseconds / 60_000))} min`

/**
 * "on pace" while the slide at `index` (from 0) is shown within its share of the time. All slides have equal shares.
 * @param planned minutes
 */
export function paceWords(spent: number, planned: number, index: number, count: number): string {
  const share = (planned * 60_000) / count
  const [begin, end] = [share * index, share * (index + 1)]
  if (spent > end) return `${minutesWords(spent - end)} behind`
  return spent < begin ? `${minutesWords(begin - spent)} ahead` : 'on pace'
}

/** A clock that was kept as text; one that stands at 0 for anything else. */
export function parseClock(text: string | null): Clock {
  if (text === null) return stopped
  const [counted, since] = text.split(' ').map(Number)
  if (counted === undefined || !Number.isFinite(counted) || counted < 0) return stopped
  return { counted, since: since !== undefined && Number.isFinite(since) && since > 0 ? since : null }
}

export const printClock = ({ counted, since }: Clock): string =>
  since === null ? String(counted) : `${counted} ${since}`
