/** Where the lowest allowed point lies, in words and numbers. No DOM. */
import type { Vector } from '../../ui/plane/geometry.ts'
import { exponentText } from '../../ui/plane/exponents.ts'
import { decimals, pair } from '../../ui/plane/number.ts'
import type { Solution } from './constrained.ts'

/** Entries that differ by less are called the same: what is left of rounding. */
const hair = 1e-9

const inCornerOf = ([x, y]: Vector, p: number) =>
  p === Infinity ? Math.abs(Math.abs(x) - Math.abs(y)) < hair : p <= 1 && (x === 0) !== (y === 0)

const again = 'Move m about in the shaded wedge: w* stays where it is.'

/** What has become of the two weights. */
export function outcomeWords(p: number, { point, binding }: Solution): string {
  const [x, y] = point
  if (!binding) return 'The limit is not felt: the ball holds m, so w* is m itself.'
  if (inCornerOf(point, p)) {
    if (p === Infinity)
      return `Both weights are as large as allowed, ${decimals(Math.abs(x))}: w* sits in a corner of the ball. Neither weight is 0: the corners of this ball lie off the axes. ${again}`
    const [gone, kept] = x === 0 ? ['w₁', 'w₂'] : ['w₂', 'w₁']
    const corner = `${gone} is 0, exactly, and only ${kept} is left: w* sits in a corner of the ball.`
    return p === 1
      ? `${corner} ${again}`
      : `${corner} Below p = 1 the corners are spikes, and the ball is dented between them.`
  }
  if (x === 0 || y === 0)
    return `${x === 0 ? 'w₁' : 'w₂'} is 0, but not because of a corner: a ball of p = ${exponentText(p)} has none there. It holds for this place of m alone. Move m a little.`
  if (p > 1 && p < Infinity)
    return `No weight is 0. w* = ${pair(point)} lies where the edge of the ball and a contour of the loss touch. A ball of p = ${exponentText(p)} has no corner to catch it.`
  return `No weight is 0: w* = ${pair(point)} lies between the corners. Move m about until w* is caught by one.`
}

/** Σ |w|^p of two weights; powers stand behind ^. */
function sumOfPowers(p: number): string {
  if (p === 1) return '|w₁| + |w₂|'
  if (p === 2) return 'w₁^2 + w₂^2'
  return `|w₁|^${exponentText(p)} + |w₂|^${exponentText(p)}`
}

/** The same minimum as that of a penalised loss, where there is one of this form. */
export function penaltyWords(p: number, lambda: number | null): string {
  if (lambda !== null)
    return `with λ\u00a0=\u00a0${decimals(lambda)}, the loss + λ\u00a0(${sumOfPowers(p)}) is lowest at w*, too`
  return p < 1
    ? 'there need not be a λ that gives this w*: the ball is dented'
    : 'none of the form λ Σ |w|^p, since p is not finite'
}
