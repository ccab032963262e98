import type { Initializer } from './initializers.ts'

/** Another initializer's draws times `factor`: the same numbers, larger or smaller. */
export const scaledInitializer = (initializer: Initializer, factor: number): Initializer => ({
  name: `${factor} x ${initializer.name}`,
  std: (fanIn, fanOut) => factor * initializer.std(fanIn, fanOut),
  draw: (...how) => initializer.draw(...how).map((value) => factor * value),
})
