/** How a Keras program shrinks weights beside the optimizer's steps: by an option of the optimizer, or by itself. */
import type { Training } from '../experiment.ts'
import { lines } from '../program.ts'

/** An argument of the optimizer. Keras takes the share from what a weight was before the update. */
export const decayOption = ({ shrink }: Training): string =>
  shrink?.name === 'decay' ? `, weight_decay=${shrink.strength}` : ''

/** Keras's weight decay is one of all weights, biases too, unless it is told otherwise. */
export const decayExclusion = ({ shrink }: Training): string | false =>
  shrink?.name === 'decay' && 'optimizer.exclude_from_weight_decay(var_names=["bias"])'

/** Lines before the loop, and after an update in it. */
export function shrinkCode({ shrink }: Training): { before: string | false; behind: string | false } {
  if (shrink?.name !== 'softThreshold') return { before: false, behind: false }
  return {
    before:
      'kernels = [layer.kernel for layer in model.layers if hasattr(layer, "kernel")]  # without biases',
    behind: lines(
      `    # The proximal step of L1: towards zero by ${shrink.strength} times the learning rate, and not across it.`,
      '    for kernel in kernels:',
      `        by = ${shrink.strength} * float(optimizer.learning_rate)`,
      '        kernel.assign(ops.sign(kernel) * ops.relu(ops.abs(kernel) - by))',
    ),
  }
}
