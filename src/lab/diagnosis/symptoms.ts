/**
 * Whether a run is in trouble at all. Without one of these symptoms nothing is diagnosed, however odd the statistics.
 * The thresholds and what they were measured on: docs/diagnosis.md.
 */
import type { Case } from './evidence.ts'

export interface Symptoms {
  /** The loss is no number any more. */
  diverged: boolean
  /** The run is over and the loss is where it is for one who knows only how frequent the classes are, or above. */
  stuck: boolean
  /** The run is over, the loss went far above its start on the way and did not come down to a good value again. */
  thrown: boolean
  /** The run is over and most of what there was to learn was not learned. No trouble by itself. */
  slow: boolean
  /** Some layer hands no gradient back at all, so that nothing below it will ever change. */
  blocked: boolean
}

export function symptomsOf(c: Case): Symptoms {
  const diverged = c.diverged !== null
  const { chance } = c.last
  const end = finalLoss(c)
  const peak = Math.max(...c.losses.slice(1).map(({ loss }) => loss))
  const level = Math.max(c.start.loss, chance)
  return {
    diverged,
    stuck: c.ended && end > (isLine(c) ? 1.2 : 0.98) * chance,
    thrown:
      c.ended && ((peak > 1.5 * level && end > 0.75 * chance) || (peak > 5 * level && end > 0.5 * chance)),
    slow: c.ended && end > 0.6 * chance,
    blocked: c.moments.length > 1 && end > 0.9 * chance && c.moments.slice(-2).every(isBlocked),
  }
}

/** The median of the last five measurements: a single batch can throw the loss up for a step. */
export function finalLoss({ losses }: Case): number {
  const tail = losses
    .slice(-5)
    .map(({ loss }) => loss)
    .sort((a, b) => a - b)
  return tail[tail.length >> 1] ?? NaN
}

/** No function between the layers: where no line helps, such a network does well to end at chance. */
export const isLine = ({ start }: Case) => start.layers.every(({ activation }) => activation === 'linear')

const isBlocked = ({ layers }: Case['last']) => layers.slice(0, -1).some(({ inactive }) => inactive === 1)
