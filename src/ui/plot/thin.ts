/**
 * Fewer points for the same line. What a page is built with is read as it is, and never enlarged like a live plot:
 * points that lie on the way between their neighbours, to a fraction of a pixel, cost bytes and show nothing.
 */
export interface Point {
  x: number
  y: number
}

/** How far `point` is from the straight way between `a` and `b`. */
function distance(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared
  const part = Math.max(0, Math.min(1, along))
  return Math.hypot(point.x - a.x - part * dx, point.y - a.y - part * dy)
}

/** Ramer, Douglas and Peucker: no point of the old line is further than `tolerance` from the new one. */
export function thinned(points: readonly Point[], tolerance: number): Point[] {
  if (points.length < 3) return [...points]
  const kept = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const [from, to] = piece
    let [furthest, most] = [-1, tolerance]
    for (let i = from + 1; i < to; i++) {
      const away = distance(points[i]!, points[from]!, points[to]!)
      if (away > most) [furthest, most] = [i, away]
    }
    if (furthest < 0) continue
    kept.add(furthest)
    open.push([from, furthest], [furthest, to])
  }
  return points.filter((_, i) => kept.has(i))
}

/** px: nobody sees a curve that is this far off. */
export const fine = 0.2

const tenths = (value: number) => Math.round(value * 10)

/** Tenths of a pixel as SVG writes them shortest: `.5`, `-3`; a minus sign separates, too. */
const written = (value: number) => (value / 10).toString().replace(/^(-?)0\./, '$1.')
const pair = (x: number, y: number) => `${written(x)}${y < 0 ? '' : ' '}${written(y)}`

/** The path through `points`, px, with fewer of them, each written from the one before, to tenths of a pixel. */
export function thinLine(points: readonly Point[], tolerance: number, closed = false): string {
  const [first, ...rest] = thinned(points, tolerance).map(({ x, y }) => ({ x: tenths(x), y: tenths(y) }))
  if (!first) return ''
  let before = first
  const moves = rest.map((point) => {
    const move = pair(point.x - before.x, point.y - before.y)
    before = point
    return move
  })
  const steps = moves.map((move, i) => (i === 0 || move.startsWith('-') ? move : ` ${move}`)).join('')
  return `M${pair(first.x, first.y)}${steps === '' ? '' : `l${steps}`}${closed ? 'z' : ''}`
}

/** The path `d`, of M, L and Z with absolute numbers, with fewer points. */
export function thinPath(d: string, tolerance: number): string {
  return d
    .split(/(?=M)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const closed = piece.endsWith('Z')
      const points = piece
        .slice(1, closed ? -1 : undefined)
        .split('L')
        .map((text): Point => {
          const [x = Number.NaN, y = Number.NaN] = text.split(' ').map(Number)
          if (Number.isNaN(x + y))
            throw new Error(`Expected a path of M, L and Z with absolute numbers, found "${text}" in it.`)
          return { x, y }
        })
      return thinLine(points, tolerance, closed)
    })
    .join('')
}
