/** What TensorFlow.js programs that cut weights have in common. */
import type { Prune } from '../experiment.ts'
import { lines } from '../program.ts'

/** Lines before the loop, and before and after an update in it. */
export interface PruneCode {
  before: string | false
  ahead: string | false
  behind: string | false
}

/** @param words the end of what is said of the cuts. */
export const cutsCode = ({ cuts }: Prune, words: string): string =>
  lines(
    `// After so many updates this share of all weights is cut${words}`,
    'const cuts = [',
    ...cuts.map(({ step, sparsity }) => `  { step: ${step}, sparsity: ${Number(sparsity.toPrecision(6))} },`),
    ']',
  )

export const denseCode = 'const dense = model.layers.filter((layer) => layer.kernel)'

export const masksCode = 'let masks = null // 1 where a weight is kept, 0 where it is cut'

/** @param layers the name of those whose kernels have a mask each. */
export const masking = (layers: string): string =>
  `  if (masks) ${layers}.forEach(({ kernel }, i) => kernel.write(tf.tidy(() => tf.mul(kernel.read(), masks[i]))))`

export const maskingCode = masking('dense')
