/** What Keras programs that cut weights have in common. */
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
    `# After so many updates this share of all weights is cut${words}`,
    'cuts = [',
    ...cuts.map(({ step, sparsity }) => `    (${step}, ${Number(sparsity.toPrecision(6))}),`),
    ']',
  )

/** @param network the name of the one whose layers tell what is important. @param name of the list. */
export const denseCode = (network: string, name = 'dense'): string =>
  `${name} = [layer for layer in ${network}.layers if hasattr(layer, "kernel")]`

export const masksCode = 'masks = None  # 1 where a weight is kept, 0 where it is cut'

/** @param layers the name of those whose kernels have a mask each. */
export const masking = (layers: string): string =>
  lines(
    '    if masks is not None:',
    `        for layer, mask in zip(${layers}, masks):`,
    '            layer.kernel.assign(layer.kernel * mask)',
  )

export const maskingCode = masking('dense')
