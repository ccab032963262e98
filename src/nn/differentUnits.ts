/** How many units of a layer are not copies of one another. Plain numbers, no tfjs. */

export interface Differences {
  /** Number of groups: units belong together when they are the same, or linked by units that are. */
  groups: number
  /** The distance of the two units that are furthest apart, divided by the length of the longest; 0 if all weights are 0. */
  spread: number
}

/**
 * Compares the units of one layer with each other. Two are the same when their distance is at most `tolerance` times
 * the length of the longer one; with 0 only exact copies are.
 * @param units the weights of each unit, all of one length; at least one unit.
 */
export function differentUnits(units: readonly ArrayLike<number>[], tolerance: number): Differences {
  const lengths = units.map((unit) => Math.sqrt(sumOfSquares(unit)))
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  /** For each unit another of its group; the group's first is its own. */
  const group = units.map((_, unit) => unit)
  const first = (unit: number): number => (group[unit] === unit ? unit : first(group[unit]!))
  let furthest = 0
  for (let i = 0; i < units.length; i++) {
    for (let j = 0; j < i; j++) {
      const distance = Math.sqrt(sumOfSquares(units[i]!, units[j]))
      furthest = Math.max(furthest, distance)
      if (distance <= tolerance * Math.max(lengths[i]!, lengths[j]!)) group[first(i)] = first(j)
    }
  }
  return {
    groups: group.filter((other, unit) => other === unit).length,
    spread: furthest === 0 ? 0 : furthest / longest,
  }
}

/** Of `a`, or of the differences to `b`. */
function sumOfSquares(a: ArrayLike<number>, b?: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - (b ? b[i]! : 0)) ** 2
  return sum
}
