/** Steps of a TensorFlow.js program that shrink weights beside the optimizer's; the library has none. */
import type { Training } from '../experiment.ts'
import { lines } from '../program.ts'

const kernels =
  'const kernels = model.layers.filter((layer) => layer.kernel).map((layer) => layer.kernel) // without biases'

/**
 * Lines before the loop, and around an update in it.
 * @param rate code for the present learning rate.
 */
export function shrinkCode({ shrink }: Training, rate: string) {
  switch (shrink?.name) {
    case 'softThreshold':
      return {
        before: kernels,
        ahead: false,
        behind: lines(
          `  // The proximal step of L1: towards zero by ${shrink.strength} times the learning rate, and not across it.`,
          '  tf.tidy(() => {',
          '    for (const kernel of kernels) {',
          '      const w = kernel.read()',
          `      kernel.write(tf.mul(tf.sign(w), tf.relu(tf.sub(tf.abs(w), ${shrink.strength} * ${rate}))))`,
          '    }',
          '  })',
        ),
      } as const
    case 'decay':
      return {
        before: kernels,
        ahead: '  const were = kernels.map((kernel) => tf.clone(kernel.read()))',
        behind: lines(
          '  // Weight decay: a share of what each weight was before the update, whatever its gradient.',
          '  tf.tidy(() => {',
          '    kernels.forEach((kernel, i) => {',
          `      kernel.write(tf.sub(kernel.read(), tf.mul(${shrink.strength} * ${rate}, were[i])))`,
          '    })',
          '  })',
          '  tf.dispose(were)',
        ),
      } as const
    default:
      return { before: false, ahead: false, behind: false } as const
  }
}
