/** Pushes labels apart along one axis, as little as possible. No DOM. */

/**
 * The place nearest to `wanted`, at or above it, where something of `height` (up from it) touches none of `taken`
 * (top and bottom, growing downwards); null if there is none below `low`.
 */
export function clearAbove(
  wanted: number,
  height: number,
  taken: readonly (readonly [number, number])[],
  low: number,
): number | null {
  let bottom = wanted
  for (const [top, end] of taken.toSorted((a, b) => b[1] - a[1]))
    if (bottom - height < end && top < bottom) bottom = top
  return bottom - height < low ? null : bottom
}

interface Block {
  /** Indices into the input, in order. */
  members: number[]
  /** Where the middle of the block would like to be. */
  centre: number
}

/**
 * Positions at least `gap` apart, between `low` and `high`, in the order of `wanted`, each as near its wish as the
 * others allow: neighbours that collide share the displacement. If there is no room for all, they overlap evenly.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const n = wanted.length
  const distance = n > 1 ? Math.min(gap, Math.max(0, high - low) / (n - 1)) : gap
  const half = (block: Block) => ((block.members.length - 1) * distance) / 2
  const inside = (block: Block): Block => {
    const reach = half(block)
    return { ...block, centre: Math.max(low + reach, Math.min(high - reach, block.centre)) }
  }
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b)
  const blocks: Block[] = []
  for (const i of order) {
    let block = inside({ members: [i], centre: wanted[i] ?? 0 })
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      if (block.centre - half(block) - (above.centre + half(above)) >= distance - 1e-9) break
      blocks.pop()
      const members = [...above.members, ...block.members]
      // The mean of (wish - own offset within the block) moves all members least.
      const sum = members.reduce((total, member, k) => total + (wanted[member] ?? 0) - k * distance, 0)
      block = inside({ members, centre: sum / members.length + ((members.length - 1) * distance) / 2 })
    }
    blocks.push(block)
  }
  const placed = wanted.map(() => 0)
  for (const block of blocks)
    block.members.forEach((member, k) => {
      placed[member] = block.centre - half(block) + k * distance
    })
  return placed
}
