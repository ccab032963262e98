/** Units of a layer that started with equal weights: they get equal gradients and stay equal. */
import type { Finding } from '../diagnosis.ts'
import type { Case, Moment } from '../evidence.ts'
import { publishedWeights } from '../remedies.ts'
import type { Symptoms } from '../symptoms.ts'
import { layerName } from '../words.ts'

/** Random weights have 0.05 (two units) to 1. */
const same = 1e-3
const alike = ({ layers }: Moment, index: number) => layers[index]!.diversity < same

export function symmetricUnits(c: Case, { diverged, stuck, thrown, slow }: Symptoms): Finding | null {
  if (!diverged && !stuck && !thrown && !slow) return null
  const index = c.start.layers.slice(0, -1).findIndex((_, i) => alike(c.start, i) && alike(c.last, i))
  if (index < 0) return null
  const { units, weights } = c.start.layers[index]!
  const name = layerName(index, c.start)
  const sentence =
    weights === 0
      ? `all weights of ${name} start at 0, so its ${units} units get the same gradient at every step and never become different`
      : `the ${units} units of ${name} start with the same weights, so they get the same gradient at every step and never become different`
  return { cause: 'symmetricUnits', sentence, remedy: publishedWeights(c) }
}
