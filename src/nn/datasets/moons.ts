import type { Random } from '../random.ts'
import { generate } from './dataset.ts'
import type { Dataset, PlanarOptions } from './dataset.ts'

/** Two half circles that interlock. */
export function moons(r: Random, { count, noise }: PlanarOptions): Dataset {
  const radius = 1.5
  return generate({ count, features: 2, classes: 2 }, (x, label) => {
    const angle = r.uniform(0, Math.PI)
    const side = label === 0 ? 1 : -1
    x[0] = side * radius * (Math.cos(angle) - 0.5) + r.normal(0, noise)
    x[1] = side * radius * (Math.sin(angle) - 0.25) + r.normal(0, noise)
  })
}
