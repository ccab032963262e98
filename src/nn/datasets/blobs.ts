import type { Random } from '../random.ts'
import { generate } from './dataset.ts'
import type { Dataset, PlanarOptions } from './dataset.ts'

/**
 * One Gaussian blob for each class: standard deviation `noise`, centres evenly on a circle of radius 1.5.
 * With two classes a straight line is the best boundary there is.
 */
export function blobs(
  r: Random,
  { count, noise, classes = 2 }: PlanarOptions & { classes?: number },
): Dataset {
  return generate({ count, features: 2, classes }, (x, label) => {
    const angle = Math.PI * (0.25 + (2 * label) / classes)
    x[0] = 1.5 * Math.cos(angle) + r.normal(0, noise)
    x[1] = 1.5 * Math.sin(angle) + r.normal(0, noise)
  })
}
