import type { Random } from '../random.ts'
import { generate } from './dataset.ts'
import type { Dataset, PlanarOptions } from './dataset.ts'

/**
 * Two spirals wound into each other, after Lang and Witbrock (1988): the arm of class B is that of class A
 * turned by half a circle. No straight line separates them.
 * @param turns how often an arm goes round the centre.
 */
export function spirals(
  r: Random,
  { count, noise, turns = 1.25 }: PlanarOptions & { turns?: number },
): Dataset {
  return generate({ count, features: 2, classes: 2 }, (x, label) => {
    const along = r.uniform(0.08, 1)
    const angle = 2 * Math.PI * turns * along + Math.PI * label
    x[0] = 2.5 * along * Math.cos(angle) + r.normal(0, noise)
    x[1] = 2.5 * along * Math.sin(angle) + r.normal(0, noise)
  })
}
