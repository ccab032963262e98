/** Which units dropout keeps in one update, for each row of the batch anew. No tfjs. */
import type { Random } from './random.ts'

/**
 * @param random the generator of one seed, for nothing else. @param at `step`: number of updates so far; `layer`: place
 * among the hidden layers. @param rate the share that is left out. @param size rows times units.
 * @returns `[rows, units]`, flat: 1 for a unit that is kept, which has the probability 1 - rate, otherwise 0. The same
 * place gives the same numbers, whatever was drawn before; a greater rate leaves out what a smaller one does, and more.
 */
export function keptUnits(
  random: Random,
  { step, layer }: { step: number; layer: number },
  rate: number,
  size: number,
): Uint8Array {
  const draw = random.split(`step ${step} layer ${layer}`)
  const kept = new Uint8Array(size)
  for (let i = 0; i < size; i++) kept[i] = draw.uniform() < rate ? 0 : 1
  return kept
}
