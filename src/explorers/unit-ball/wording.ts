/** Norm, distance and loss of what stands in the figure, in words and numbers. No DOM. */
import type { Vector } from '../../ui/plane/geometry.ts'
import { norm } from '../../ui/plane/ball.ts'
import { exponentText } from '../../ui/plane/exponents.ts'
import { decimals } from '../../ui/plane/number.ts'

const size = (value: number) => decimals(Math.abs(value))

/** How a p-norm of two entries comes about, up to the equals sign; powers stand behind ^. */
function working([a, b]: Vector, p: number): string {
  if (p === Infinity) return `the larger of ${size(a)} and ${size(b)}`
  if (p === 1) return `${size(a)} + ${size(b)}`
  if (p === 2) return `√(${size(a)}^2 + ${size(b)}^2)`
  const power = exponentText(p)
  return `(${size(a)}^${power} + ${size(b)}^${power})^1/${power}`
}

/** "0.80 + 1.00 = 1.80" */
export const normWords = (vector: Vector, p: number): string =>
  `${working(vector, p)} = ${decimals(norm(vector, p))}`

/** What kind of ball this is, and whether its p makes a norm. */
export function ballWords(p: number): string {
  if (p < 1) {
    const both = decimals(norm([1, 1], p))
    return `p = ${exponentText(p)}: the ball is dented, not convex. The vectors (1, 0) and (0, 1) have size 1 each, and their sum has size ${both}, more than 1 + 1. The triangle inequality fails, so for p below 1 this is not a norm, and ‖u − v‖ is not a distance.`
  }
  const always =
    'It is convex, and no sum is longer than its parts: this is a norm, and the norm of a difference is a distance.'
  if (p === 1) return `p = 1: the ball is a square that stands on a corner. ${always}`
  if (p === 2) return `p = 2: the ball is the circle, and size is length as a ruler has it. ${always}`
  if (p === Infinity)
    return `p = ∞: the ball is a square with flat sides; only the largest entry counts. ${always}`
  const between =
    p < 2 ? 'between the tilted square and the circle' : 'between the circle and the flat square'
  return `p = ${exponentText(p)}: the ball is rounded, ${between}. ${always}`
}
