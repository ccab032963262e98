/** Importance by lot. No tfjs. */
import type { Random } from '../random.ts'

/** What each seed's generator for pruning is called: `random(seed).split(pruningDraws)`. */
export const pruningDraws = 'pruning'

/**
 * A number from 0 to 1 for each weight of a layer of one seed, the same whenever it is asked for.
 * @param random the seed's generator, for nothing else. @param size the number of weights.
 */
export function drawnScores(random: Random, layer: number, size: number): Float32Array {
  const own = random.split(`layer ${layer}`)
  return Float32Array.from({ length: size }, () => own.uniform())
}
