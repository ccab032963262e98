/** How a Keras program cuts filters of a convolutional network, or as many single weights of each layer. */
import type { Training } from '../experiment.ts'
import { lines } from '../program.ts'
import { masking, masksCode, type PruneCode } from './masks.ts'

type Cut = NonNullable<Training['cutMaps']>

export const filtersCode = (cut: Cut): PruneCode => ({
  before: lines(
    'left' in cut
      ? `# After ${cut.step} updates ${cut.left} filters of each convolution are left; biases stay.`
      : `# After ${cut.step} updates these shares of the weights of each layer are cut; biases stay.`,
    'shares' in cut && `shares = [${cut.shares.map(rounded).join(', ')}]`,
    masksCode,
  ),
  ahead: false,
  behind: lines(
    `    if step + 1 == ${cut.step}:`,
    `        masks = ${'left' in cut ? `filter_masks(${cut.left})` : 'weight_masks()'}`,
    masking('learning'),
  ),
})

const rounded = (share: number) => Number(share.toPrecision(6))

/** What the lines above call. */
export const filtersFunction = (cut: Cut): string => ('left' in cut ? filterMasks : weightMasks)

const filterMasks = `def filter_masks(left):
    """In each convolution the filters stay whose absolute weights have the greatest sums.

    With a filter goes its map, and all that the next layer makes of it. In a row of the output layer, too, the maps stand
    last.
    """
    kernels = [layer.get_weights()[0] for layer in learning]
    sums = [np.abs(kernel).sum(axis=(0, 1, 2)) for kernel in kernels[:-1]]
    stay = [(each >= np.sort(each)[-left]).astype("float32") for each in sums]
    ends = [np.ones(1, "float32"), *stay, np.ones(kernels[-1].shape[-1], "float32")]
    pairs = [np.outer(before, after) for before, after in zip(ends, ends[1:])]
    return [
        np.tile(pair, (kernel.size // pair.size, 1)).reshape(kernel.shape)
        for kernel, pair in zip(kernels, pairs)
    ]`

const weightMasks = `def weight_masks():
    """The smallest weights of each layer go."""
    sizes = [np.abs(layer.get_weights()[0]) for layer in learning]
    least = [np.sort(size.ravel())[round(share * size.size)] for size, share in zip(sizes, shares)]
    return [(size >= each).astype("float32") for size, each in zip(sizes, least)]`
