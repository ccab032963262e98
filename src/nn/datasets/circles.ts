import type { Random } from '../random.ts'
import { generate } from './dataset.ts'
import type { Dataset, PlanarOptions } from './dataset.ts'

/** A small circle (class A, radius 0.8) inside a large one (class B, radius 2). */
export function circles(r: Random, { count, noise }: PlanarOptions): Dataset {
  return generate({ count, features: 2, classes: 2 }, (x, label) => {
    const angle = r.uniform(0, 2 * Math.PI)
    const radius = label === 0 ? 0.8 : 2
    x[0] = radius * Math.cos(angle) + r.normal(0, noise)
    x[1] = radius * Math.sin(angle) + r.normal(0, noise)
  })
}
