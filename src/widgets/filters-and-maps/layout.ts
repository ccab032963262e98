/** Where things stand in the two pictures, in CSS pixels. Pure geometry: what is drawn and what is hit agree. */
import { filters, kernelSize, size } from './config.ts'

export interface Box {
  x: number
  y: number
  side: number
}

/** A filter of one of the layers. */
export interface Choice {
  layer: number
  filter: number
}

/** A pixel of a map. */
export interface Place {
  row: number
  column: number
}

export const across = 8
const total = filters.reduce<number>((sum, count) => sum + count, 0)
/** px: a line of words, between tiles. */
export const line = 18
const gap = 4

/** Filters are counted through: those of the first layer, then those of the second. */
export const numberOf = ({ layer, filter }: Choice): number => filter + (layer === 0 ? 0 : filters[0])
export const choiceAt = (number: number): Choice => {
  const within = Math.max(0, Math.min(total - 1, number))
  return within < filters[0] ? { layer: 0, filter: within } : { layer: 1, filter: within - filters[0] }
}
export const lastNumber = total - 1

/** One filter's map, with the filter itself above it in the first layer, and below it the map after pooling. */
export interface Strip extends Choice {
  filterBox: Box | null
  map: Box
  pooled: Box
}

/** Three rows of eight: the first layer, and the second in two rows. */
export function strips(width: number, height: number): { strips: Strip[]; heads: number[] } {
  const pitch = width / across
  // Heights in units of a map's side: filter 0.5 and three times map and pooled 0.55; words and gaps in px.
  const words = 2 * line + 9 * gap
  const side = Math.max(8, Math.floor(Math.min(pitch - gap, (height - words) / 5.15)))
  const [small, half] = [Math.round(0.5 * side), Math.round(0.55 * side)]
  const heads = [0, line + small + side + half + 4 * gap]
  const made = Array.from({ length: total }, (_, number): Strip => {
    const { layer, filter } = choiceAt(number)
    const x = Math.round((filter % across) * pitch)
    const middle = (inner: number) => x + Math.round((side - inner) / 2)
    const top =
      heads[layer]! +
      line +
      (layer === 0 ? small + gap : Math.floor(filter / across) * (side + half + 2 * gap))
    return {
      layer,
      filter,
      filterBox: layer === 0 ? { x: middle(small), y: top - small - gap, side: small } : null,
      map: { x, y: top, side },
      pooled: { x: middle(half), y: top + side + gap, side: half },
    }
  })
  return { strips: made, heads }
}

/** The strip nearest to a point. */
export function choiceNear(x: number, y: number, width: number, height: number): Choice {
  const away = ({ filterBox, map, pooled }: Strip) => {
    const top = (filterBox ?? map).y
    const bottom = pooled.y + pooled.side
    return Math.hypot(Math.max(0, map.x - x, x - map.x - map.side), Math.max(0, top - y, y - bottom))
  }
  const { layer, filter } = strips(width, height).strips.reduce((a, b) => (away(b) < away(a) ? b : a))
  return { layer, filter }
}

export const sideOf = (layer: number): number => size / 2 ** layer

export interface Close {
  /** For each channel the map that the filter looks at, and its weights for it. */
  inputs: Box[]
  weights: Box[]
  map: Box
  pooled: Box
  /** y of the middle of the lines: below the weights, heads, and the sentence. */
  sums: number
  heads: readonly [inputs: number, maps: number]
  sentences: readonly [number, number]
}

/** One filter at close range: what it looks at, its weights, its map. */
export function closeUp(layer: number, width: number, height: number): Close {
  const channels = layer === 0 ? 1 : filters[0]
  const free = height - 5 * line - 5 * gap
  const upper = Math.round(0.46 * free)
  const map = Math.min(free - upper, Math.floor(width / 2))
  const pitch = width / across
  const tile = channels === 1 ? upper : Math.floor(Math.min(pitch - gap, (upper - gap) / 2))
  const inputs = Array.from({ length: channels }, (_, i) => ({
    x: Math.round(i * pitch),
    y: line,
    side: tile,
  }))
  const weights = inputs.map(({ x }) =>
    channels === 1 ? { x: x + tile + 4 * gap, y: line, side: tile } : { x, y: line + tile + gap, side: tile },
  )
  const below = line + upper + gap
  const mapTop = below + 2 * line + gap
  return {
    inputs,
    weights,
    map: { x: 0, y: mapTop, side: map },
    pooled: { x: map + 4 * gap, y: mapTop, side: Math.round(map / 2) },
    sums: below + line / 2 - gap,
    heads: [line / 2, below + line + line / 2],
    sentences: [mapTop + map + gap + line / 2, mapTop + map + gap + 1.5 * line],
  }
}

/** The pixel of the map under a point; null beside the map. */
export function pixelAt(x: number, y: number, layer: number, width: number, height: number): Place | null {
  const { map } = closeUp(layer, width, height)
  const [row, column] = [y - map.y, x - map.x].map((at) => Math.floor((at / map.side) * sideOf(layer)))
  const inside = [row!, column!].every((at) => at >= 0 && at < sideOf(layer))
  return inside ? { row: row!, column: column! } : null
}

/** The pixels of a map that a window around one of them covers, cut off at the edges: row, column, rows, columns. */
export function windowAt({ row, column }: Place, side: number): readonly [number, number, number, number] {
  const reach = (kernelSize - 1) / 2
  const [top, left] = [Math.max(0, row - reach), Math.max(0, column - reach)]
  return [top, left, Math.min(side - 1, row + reach) - top + 1, Math.min(side - 1, column + reach) - left + 1]
}
