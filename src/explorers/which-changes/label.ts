/** What a reader calls a digit that has been changed, where readers agree. No DOM. */
import type { Change } from './resample.ts'

/** `open`: readers do not agree, or it depends on how the digit was written. */
export type Label = { is: 'same' | 'none' | 'open' } | { is: 'other'; digit: number }
export const guesses = ['same', 'other', 'none'] as const
export type Guess = (typeof guesses)[number]

const same: Label = { is: 'same' }
const none: Label = { is: 'none' }
const open: Label = { is: 'open' }

/** Digits 0 to 9, one after another. A 1 may be a plain stroke, or have a flag and a foot. */
const halfTurned: readonly Label[] = [
  same,
  open,
  open,
  none,
  none,
  open,
  { is: 'other', digit: 9 },
  none,
  same,
  { is: 'other', digit: 6 },
]
const mirrored: readonly Label[] = [same, open, none, none, none, none, none, none, same, none]
/** Mirrored top to bottom: a 2 is nearly a 5 then, and a 5 nearly a 2. */
const upsideDown: readonly Label[] = [same, open, open, same, none, open, none, none, same, none]

/** Up to here nobody minds: degrees, factors, and the share of the ink that may leave the paper. */
const small = { turn: 15, stretch: 1.4, lost: 0.15 } as const

/** @param kept the share of the ink that is still on the paper, 0 to 1. */
export function labelOf(digit: number, change: Change, kept: number): Label {
  const { width, height, mirror, turn } = change
  const stretched = [width, height, width / height].some(
    (factor) => Math.abs(Math.log(factor)) > Math.log(small.stretch) + 1e-9,
  )
  if (stretched || 1 - kept > small.lost) return open
  const isMirrored = mirror !== 'no'
  // Mirrored top to bottom is mirrored left to right, and then turned by a half.
  const angle = Math.abs(turn + (mirror === 'upDown' ? 180 : 0)) % 360
  const toUpright = Math.min(angle, 360 - angle)
  if (toUpright <= small.turn) return (isMirrored ? mirrored[digit] : same) ?? open
  if (180 - toUpright <= small.turn) return (isMirrored ? upsideDown : halfTurned)[digit] ?? open
  return open
}
