/** Whether two small pictures show the same. */
import type { Small } from './reduce.ts'

/**
 * How far, of 255, one channel of one block may be off. A machine's own smoothing of letters stays below it; what it
 * finds is in docs/visual.md.
 */
export const tolerance = 12
/** Another version of Chromium may set and smooth letters a little differently. */
export const otherVersion = 2 * tolerance

/** A tint over all of a picture is faint in each block: at most this part of the blocks may be off at all. */
const mostOff = 0.2

export interface Difference {
  /** For people: what differs, and where. */
  words: string
  /** The new picture, what differs in red. */
  marked: Small
}

/** @param block CSS pixels of a block's side */
export function difference(now: Small, then: Small, block: number, allowed: number): Difference | null {
  const [width, height] = [Math.min(now.width, then.width), Math.min(now.height, then.height)]
  const rgb = new Uint8Array(now.rgb)
  let offAtAll = 0
  let [count, most, left, top, right, bottom] = [0, 0, Infinity, Infinity, 0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [a, b] = [3 * (y * now.width + x), 3 * (y * then.width + x)]
      let off = 0
      for (let channel = 0; channel < 3; channel++)
        off = Math.max(off, Math.abs(now.rgb[a + channel]! - then.rgb[b + channel]!))
      if (off > 0) offAtAll++
      if (off <= allowed) continue
      rgb.set([255, 0, 0], a)
      count++
      most = Math.max(most, off)
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x + 1)
      bottom = Math.max(bottom, y + 1)
    }
  const size = ({ width: w, height: h }: Small) => `${w * block} × ${h * block} px`
  const sizes =
    now.width === then.width && now.height === then.height ? '' : `it is ${size(now)} and was ${size(then)}; `
  const tinted = offAtAll > mostOff * width * height
  if (count === 0 && sizes === '' && !tinted) return null
  const place =
    count === 0
      ? `${offAtAll} of ${width * height} blocks differ a little`
      : `${count} blocks of ${block} px differ, by up to ${most} of 255, from (${left * block}, ${top * block}) to (${right * block}, ${bottom * block})`
  return { words: sizes + place, marked: { ...now, rgb } }
}
