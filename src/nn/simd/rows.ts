/**
 * A row added to every row (a bias), or multiplied with it, and the sum over rows, which is its gradient. tfjs works
 * out each index anew for the first two, and transposes the tensor for the third.
 */
import { allFloat, sizeOf, type FastKernel } from './faster.ts'

/** How often a row stands in x: [outer, rows, columns], or null if `row` is no row of x. */
function repeats(x: readonly number[], row: readonly number[]): [number, number, number] | null {
  // [seeds, rows, units] and [seeds, 1, units].
  if (x.length === 3 && row.length === 3 && row[1] === 1 && x[0] === row[0] && x[2] === row[2])
    return [x[0]!, x[1]!, x[2]!]
  // [..., channels] and [channels], perhaps with ones before.
  const own = row.slice(row.findIndex((n) => n !== 1))
  if (row.length > x.length || own.length === 0 || own.length >= x.length) return null
  const rest = x.length - own.length
  if (!own.every((n, i) => n === x[rest + i])) return null
  return [1, sizeOf(x.slice(0, rest)), sizeOf(own)]
}

const withRows =
  (name: 'addRows' | 'multiplyRows'): FastKernel =>
  ({ a, b }, _attributes, heap) => {
    if (!a || !b || !allFloat(a, b)) return null
    const size = repeats(a.shape, b.shape)
    if (!size || sizeOf(size) === 0) return null
    const out = heap.makeOutput(a.shape)
    heap.binary[name](heap.address(a), heap.address(b), heap.address(out), ...size)
    return out
  }

/** Of one axis or of several that stand beside each other. */
const sum: FastKernel = ({ x }, { axis, keepDims }, heap) => {
  if (!x || !allFloat(x)) return null
  const { shape } = x
  const axes = [...new Set(([axis] as (number | number[])[]).flat().map((each) => each ?? NaN))]
    .map((each) => (each < 0 ? each + shape.length : each))
    .sort((p, q) => p - q)
  const [first, last] = [axes[0], axes.at(-1)]
  if (first === undefined || last === undefined || last - first !== axes.length - 1) return null
  if (!axes.every(Number.isInteger) || sizeOf(shape) === 0) return null
  const kept = shape.flatMap((n, i) => (i >= first && i <= last ? (keepDims ? [1] : []) : [n]))
  const out = heap.makeOutput(kept)
  const outer = sizeOf(shape.slice(0, first))
  const reduced = sizeOf(shape.slice(first, last + 1))
  heap.binary.sums(heap.address(x), outer, reduced, sizeOf(shape.slice(last + 1)), heap.address(out))
  return out
}

export const rowKernels: Record<string, FastKernel> = {
  Add: withRows('addRows'),
  Multiply: withRows('multiplyRows'),
  Sum: sum,
}
