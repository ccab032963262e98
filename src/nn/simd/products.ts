/**
 * Matrix products: one batch axis or several, transposed or not, one matrix for all on either side. tfjs's own has a
 * slow loop for all but two plain matrices; every product of networks of several seeds, and every gradient, is another.
 */
import { allFloat, sizeOf, type FastKernel } from './faster.ts'

export const batchMatMul: FastKernel = ({ a, b }, { transposeA, transposeB }, heap) => {
  if (!a || !b || !allFloat(a, b)) return null
  const [rowsA, columnsA] = a.shape.slice(-2) as [number, number]
  const [rowsB, columnsB] = b.shape.slice(-2) as [number, number]
  const [outerA, outerB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)]
  const [countA, countB] = [sizeOf(outerA), sizeOf(outerB)]
  const same = outerA.length === outerB.length && outerA.every((n, i) => n === outerB[i])
  if (!same && countA !== 1 && countB !== 1) return null
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA]
  const n = transposeB ? rowsB : columnsB
  const outer = countA > countB || (countA === countB && outerA.length >= outerB.length) ? outerA : outerB
  const out = heap.makeOutput([...outer, m, n])
  if (sizeOf(out.shape) === 0) return out
  const left = [heap.address(a), countA === 1 ? 0 : 4 * m * k, transposeA ? 1 : 0]
  const right = [heap.address(b), countB === 1 ? 0 : 4 * k * n, transposeB ? 1 : 0]
  const room = [transposeB ? heap.scratch(4 * k * n) : 0, heap.zeros(n)]
  heap.binary.products(Math.max(countA, countB), m, k, n, ...left, ...right, heap.address(out), ...room)
  return out
}
