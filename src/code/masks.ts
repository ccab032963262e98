/** Which units dropout keeps in the updates of a run, packed: what the figure draws as it goes, all at once. */
import { keptUnits } from '../nn/keptUnits.ts'
import { random } from '../nn/random.ts'

/**
 * @param size rows of a batch times units of the layer.
 * @returns `[steps, bytes]`, flat: see `SavedFile.masks`.
 */
export function maskBits({
  seed,
  layer,
  steps,
  size,
  rate,
}: {
  seed: number
  layer: number
  steps: number
  size: number
  rate: number
}): Uint8Array {
  const own = random(seed).split('dropout')
  const bytes = Math.ceil(size / 8)
  const bits = new Uint8Array(steps * bytes)
  for (let step = 0; step < steps; step++)
    keptUnits(own, { step, layer }, rate, size).forEach((kept, i) => {
      bits[step * bytes + (i >> 3)]! |= kept << (i & 7)
    })
  return bits
}
