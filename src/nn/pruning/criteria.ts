/** By what a weight is called important. No tfjs. */

/**
 * `magnitude`: |w| (Han et al. 2015). `saliency`: h w^2 / 2, with h the second derivative of the loss by this weight
 * (optimal brain damage, LeCun, Denker and Solla 1990). `random`: a number that is drawn. `smallestKept`: -|w|, the
 * reverse of the first.
 */
export const criteria = ['magnitude', 'saliency', 'random', 'smallestKept'] as const
export type Criterion = (typeof criteria)[number]
