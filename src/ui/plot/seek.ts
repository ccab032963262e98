/** Where keys move the epoch line: from measurement to measurement, because between two the picture does not change. No DOM. */
import type { Run } from '../../lab/runState.ts'
import type { Clock } from '../../lab/setup.ts'

/** What an arrow key moves the epoch line by: one unit, or a hundredth of a short axis. */
export function clockUnit({ start, end }: Clock): number {
  const span = Math.abs(end - start)
  return span >= 5 ? 1 : span / 100
}

/** Moves the epoch line to `epoch`, not beyond where training stands; at its end the line follows training again. */
export function seekWithin(run: Run, { start, end }: Clock, epoch: number) {
  const { reach } = run.getState()
  if (reach.step === 0) return
  const forward = Math.sign(end - start) || 1
  if ((epoch - reach.epoch) * forward >= 0) run.seek(null)
  else run.seek((epoch - start) * forward < 0 ? start : epoch)
}

/**
 * The measured position that lies up to `units` of the clock from `now`, at least the next one; never past the first
 * measurement after the start in one go. `direction` 1 is forward in training. `now` itself where there is none.
 */
export function nextMeasured(
  epochs: ArrayLike<number>,
  clock: Clock,
  now: number,
  direction: 1 | -1,
  units = 1,
): number {
  const forward = Math.sign(clock.end - clock.start) || 1
  const reach = clockUnit(clock) * units + 1e-9
  let best = now
  for (let k = 0; k < epochs.length; k++) {
    const i = direction > 0 ? k : epochs.length - 1 - k
    const epoch = epochs[i] ?? now
    const way = (epoch - now) * forward * direction
    if (way <= 1e-9) continue
    if (best !== now && way > reach) break
    best = epoch
    if (i === 1 && units === 1) break
  }
  return best
}

/** Moves the epoch line by that, in the variant that came furthest. */
export function seekBy(run: Run, clock: Clock, direction: 1 | -1, units = 1) {
  const { variants, now, reach } = run.getState()
  const [longest = ''] = variants.toSorted((a, b) => run.history.length(b) - run.history.length(a))
  const target = nextMeasured(run.history.epochs(longest), clock, now.epoch, direction, units)
  // After the last measurement comes the moment at which training stands.
  seekWithin(run, clock, target === now.epoch && direction > 0 ? reach.epoch : target)
}
