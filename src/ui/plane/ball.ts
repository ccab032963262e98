/** The p-norm of a vector and its balls in the plane, for any p above 0 and for infinity. No DOM. */
import type { Vector } from './geometry.ts'

/**
 * ‖v‖_p = (Σ |v_i|^p)^(1/p), for p = ∞ the largest |v_i|. Below p = 1 this is no norm: the triangle inequality fails.
 *
 * @throws unless p is above 0.
 */
export function norm(vector: readonly number[], p: number): number {
  if (!(p > 0)) throw new Error(`norm: expected p above 0 (Infinity included), got ${p}`)
  const largest = Math.max(0, ...vector.map(Math.abs))
  if (largest === 0 || p === Infinity) return largest
  // In units of the largest entry no power overflows.
  return largest * vector.reduce((sum, entry) => sum + (Math.abs(entry) / largest) ** p, 0) ** (1 / p)
}

const perQuadrant = 48

/** A quarter of {v : ‖v‖_p = 1} from (1, 0) to (0, 1): cos^(2/p) and sin^(2/p), Lamé's curve. */
function quarter(p: number): Vector[] {
  if (p === Infinity)
    return [
      [1, 0],
      [1, 1],
      [0, 1],
    ]
  return Array.from({ length: perQuadrant + 1 }, (_, i) => {
    if (i === 0) return [1, 0]
    if (i === perQuadrant) return [0, 1]
    const angle = (i / perQuadrant) * (Math.PI / 2)
    return [Math.cos(angle) ** (2 / p), Math.sin(angle) ** (2 / p)]
  })
}

/** Points around {v : ‖v − centre‖_p = radius}, counterclockwise; its corners are among them. */
export function ballOutline(p: number, radius = 1, centre: Vector = [0, 0]): Vector[] {
  const [x, y] = [quarter(p), quarter(p).toReversed()]
  const around: Vector[] = [
    ...x,
    ...y.map(([a, b]): Vector => [-a, b]),
    ...x.map(([a, b]): Vector => [-a, -b]),
    ...y.map(([a, b]): Vector => [a, -b]),
  ]
  return around.map(([a, b]) => [centre[0] + radius * a, centre[1] + radius * b])
}
