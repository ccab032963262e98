/** Which units dropout keeps in one update, for each row of the batch anew. No tfjs. */
import type { Random } from './random.ts'

/** `step`: number of updates so far; `layer`: place among the hidden layers. */
export interface MaskPlace {
  step: number
  layer: number
}

/** The name of the generator that draws there, of which each seed has its own. */
export const maskName = ({ step, layer }: MaskPlace): string => `step ${step} layer ${layer}`

/**
 * @param random the generator of one seed, for nothing else. @param rate the share that is left out. @param size rows
 * times units.
 * @returns `[rows, units]`, flat: 1 for a unit that is kept, which has the probability 1 - rate, otherwise 0. The same
 * place gives the same numbers, whatever was drawn before; a greater rate leaves out what a smaller one does, and more.
 */
export const keptUnits = (random: Random, at: MaskPlace, rate: number, size: number): Uint8Array =>
  random.split(maskName(at)).atLeast(rate, size)
