/** How a Keras program cuts whole units. */
import type { Training } from '../experiment.ts'
import { lines } from '../program.ts'
import { maskingCode, masksCode, type PruneCode } from './masks.ts'

export const unitsCode = ({ step, left }: NonNullable<Training['cutUnits']>): PruneCode => ({
  before: lines(
    `# After ${step} updates ${left} units of each hidden layer are left; biases stay.`,
    masksCode,
  ),
  ahead: false,
  behind: lines(`    if step + 1 == ${step}:`, `        masks = unit_masks(${left})`, maskingCode),
})

/** What the lines above call. */
export const unitsFunction = `def unit_masks(left):
    """In each hidden layer the units stay whose incoming weights are longest (the root of the sum of squares).

    With a unit goes all that leads into it and out of it.
    """
    kernels = [layer.get_weights()[0] for layer in dense]
    lengths = [np.linalg.norm(kernel, axis=0) for kernel in kernels[:-1]]
    stay = [(length >= np.sort(length)[-left]).astype("float32") for length in lengths]
    ends = [np.ones(kernels[0].shape[0], "float32"), *stay, np.ones(kernels[-1].shape[1], "float32")]
    return [np.outer(before, after) for before, after in zip(ends, ends[1:])]`
