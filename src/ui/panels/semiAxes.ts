/** The contour lines of a bowl. No DOM. */

export interface Contour {
  /** Half its width and half its height. */
  x: number
  y: number
  /** The one on which the start lies. */
  throughStart: boolean
}

/** From one contour to the next the loss changes by this factor, so their size by its root. */
const factor = 4
const inside = 5
/** In a canyon whose walls are this many doublings apart the outer lines are straight anyway. */
const most = 24

/**
 * Contours of (a x² + b y²) / 2 through `start` and at powers of four times the loss there: some inside, and outside
 * all up to the first whose smaller half-axis is beyond `reach`. None if `start` is the middle.
 */
export function semiAxes(
  [a, b]: readonly [number, number],
  [x, y]: readonly [number, number],
  reach: number,
): Contour[] {
  const loss = (a * x ** 2 + b * y ** 2) / 2
  const contours: Contour[] = []
  if (!(loss > 0)) return contours
  for (let k = -inside; k <= most; k++) {
    const level = 2 * loss * factor ** k
    const contour = { x: Math.sqrt(level / a), y: Math.sqrt(level / b), throughStart: k === 0 }
    contours.push(contour)
    if (k >= 0 && Math.min(contour.x, contour.y) > reach) break
  }
  return contours
}
