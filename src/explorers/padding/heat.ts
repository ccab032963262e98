/** How strongly a count is drawn: a step of the sequential ramp, 0 to 5. */
import type { Axis } from '../../nn/windows.ts'

const steps = 5

/** @param most the largest count that is possible. */
export const heatOf = (count: number, most: number): string => `heat-${Math.round((steps * count) / most)}`

/** A pixel can be in this many windows of a row at most. */
export const mostIn = ({ kernel, stride }: Axis): number => Math.ceil(kernel / stride)
