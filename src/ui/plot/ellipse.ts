/** An ellipse as SVG has it, to a tenth of a pixel: a line of points would look the same and be ten times as long. */
interface Ellipse {
  rx: number
  ry: number
  transform: string
}

type Pixels = readonly [number, number]

const tenths = (value: number) => Math.round(value * 10) / 10

/**
 * The ellipse of all `middle + cos t · a + sin t · b`, px. `a` and `b` need not stand at a right angle: half a turn of one
 * cloud into another they do not.
 */
export function ellipseOf([x, y]: Pixels, [ax, ay]: Pixels, [bx, by]: Pixels): Ellipse {
  // The eigenvalues of (a b)(a b)ᵀ are the squared half axes.
  const [xx, xy, yy] = [ax * ax + bx * bx, ax * ay + bx * by, ay * ay + by * by]
  const [mean, apart] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)]
  const [rx, ry] = [Math.sqrt(mean + apart), Math.sqrt(Math.max(0, mean - apart))].map(tenths) as [
    number,
    number,
  ]
  // A circle has no direction but that of rounding errors.
  const degrees = rx === ry ? 0 : (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI
  return { rx, ry, transform: `translate(${tenths(x)} ${tenths(y)})rotate(${tenths(degrees)})` }
}
