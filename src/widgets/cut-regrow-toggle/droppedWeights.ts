/** Which weights dropout switches off for one image: all that lead into or out of a unit that is off. No tfjs. */
import { keptUnits } from '../../nn/keptUnits.ts'
import type { Random } from '../../nn/random.ts'

export interface DroppedWeights {
  /** For the first image of the update that follows `step` others: one for each kernel, `[inputs, units]`, flat, 1 where a weight is there. */
  masks(step: number): Float32Array[]
  /** Of the weights that are there in that update the share that has been off in one of those before; 0 where none is there. */
  returned(step: number): number
}

/** @param sizes of all layers, the inputs first, which are never off, and the outputs last, which are not either. */
export function droppedWeights(random: Random, rate: number, sizes: readonly number[]): DroppedWeights {
  const everOff = sizes.slice(1).map((units, layer) => new Uint8Array(sizes[layer]! * units))
  let counted = 0
  const masks = (step: number) => {
    const on = sizes.map((units, place) =>
      place === 0 || place === sizes.length - 1
        ? new Uint8Array(units).fill(1)
        : keptUnits(random, { step, layer: place - 1 }, rate, units),
    )
    return sizes.slice(1).map((units, layer) => {
      const [from, to] = [on[layer]!, on[layer + 1]!]
      return Float32Array.from(
        { length: from.length * units },
        (_, i) => from[Math.floor(i / units)]! * to[i % units]!,
      )
    })
  }
  return {
    masks,
    returned(step) {
      if (step < counted) {
        for (const layer of everOff) layer.fill(0)
        counted = 0
      }
      for (; counted < step; counted++)
        masks(counted).forEach((mask, layer) => mask.forEach((is, i) => (everOff[layer]![i]! |= 1 - is)))
      const now = masks(step)
      const back = now.reduce(
        (sum, mask, layer) => sum + mask.reduce((count, is, i) => count + is * everOff[layer]![i]!, 0),
        0,
      )
      const there = now.reduce((sum, mask) => sum + mask.reduce((count, is) => count + is, 0), 0)
      return there === 0 ? 0 : back / there
    },
  }
}
