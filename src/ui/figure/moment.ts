/** A moment of a run in words: "epoch 8", and "step 3" where an epoch has not gone by yet. No DOM. */
import type { Clock } from '../../lab/setup.ts'
import { formatClock } from '../format.ts'

interface Moment {
  step: number
  epoch: number
}

/** The position with as many decimals as it takes to tell one step from the next: 8, 7.6, 0.03. */
export function positionWords({ start }: Clock, { step, epoch }: Moment): string {
  const perStep = step > 0 ? Math.abs(epoch - start) / step : 1
  const decimals = Math.max(0, Math.min(3, Math.ceil(-Math.log10(perStep || 1) - 1e-9)))
  return String(Number(epoch.toFixed(decimals))).replace('-', '−')
}

/** Less than one unit of the clock has gone by, so steps say more. */
const early = ({ start, end }: Clock, { step, epoch }: Moment) =>
  step > 0 && Math.abs(epoch - start) < Math.min(1, Math.abs(end - start)) && !Number.isInteger(epoch)

/** "epoch 8", "layer 1", "step 3 (epoch 0.4)". */
export function momentWords(clock: Clock, moment: Moment): string {
  const where = `${clock.name} ${positionWords(clock, moment)}`
  return early(clock, moment) ? `step ${moment.step} (${where})` : where
}

/** For the flag on the epoch line: rounded while it moves, exact and short where it stands. */
export function flagWords(clock: Clock, moment: Moment, running: boolean): string {
  if (running) return `${clock.name} ${formatClock(moment.epoch, clock.end - clock.start)}`
  return early(clock, moment) ? `step ${moment.step}` : `${clock.name} ${positionWords(clock, moment)}`
}
