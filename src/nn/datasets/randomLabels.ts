/** Labels that say nothing about their rows. No tfjs. */
import type { Random } from '../random.ts'
import type { Dataset } from './dataset.ts'

/**
 * A data set with the same rows, of which a share have a class drawn evenly from all classes, which may be the true one.
 * Which rows, and which classes, depends on `random` alone: a larger share relabels the rows of a smaller one, and more.
 * @param share from 0 (none) to 1 (all).
 * @returns a set that shares `x` with the one that was given. @throws where the share is not in [0, 1].
 */
export function randomLabels(set: Dataset, share: number, random: Random): Dataset {
  if (!(share >= 0 && share <= 1)) {
    throw new Error(`random labels: expected a share from 0 to 1, got ${share}`)
  }
  const y = set.y.slice()
  const drawn = Uint8Array.from({ length: set.count }, () => random.integer(set.classes))
  const rows = random.permutation(set.count).subarray(0, Math.round(share * set.count))
  for (const row of rows) y[row] = drawn[row]!
  return { ...set, y }
}
