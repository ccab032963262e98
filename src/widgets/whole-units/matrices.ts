/** What has to be stored of the networks of the figure. No DOM. */
import type { Matrix } from '../cutCosts.ts'
import { outputs, size, sparsityOf, width } from './config.ts'

/**
 * Whole units leave smaller matrices; single weights leave zeros in those that there were, each layer losing the same
 * share.
 * @param units left in each hidden layer.
 */
export function matricesOf(variant: string, units: number): Matrix[] {
  const side = variant === 'weights' ? width : units
  const sizes = [size * size, side, side, outputs]
  return sizes.slice(1).map((to, layer) => {
    const count = sizes[layer]! * to
    const kept = variant === 'weights' ? count - Math.round(sparsityOf(units) * count) : count
    return { inputs: sizes[layer]!, units: to, kept }
  })
}
