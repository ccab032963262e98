/** A loss of two weights that is a bowl: L(w) = ½ (w − m)ᵀ H (w − m). No DOM. */
import type { Vector } from '../../ui/plane/geometry.ts'

export interface Bowl {
  /** m, where the loss is 0. */
  minimum: Vector
  /** How much it curves along its gentle axis and across it; both above 0. */
  curvatures: Vector
  /** Of the gentle axis, in degrees counterclockwise from w₁. */
  tilt: number
}

/** H as [[xx, xy], [xy, yy]], written [xx, xy, yy]. */
export function curvatureOf({ curvatures: [along, across], tilt }: Bowl): [number, number, number] {
  const angle = (tilt * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [
    along * cos * cos + across * sin * sin,
    (along - across) * cos * sin,
    along * sin * sin + across * cos * cos,
  ]
}

export function lossAt(bowl: Bowl, [x, y]: Vector): number {
  const [xx, xy, yy] = curvatureOf(bowl)
  const [a, b] = [x - bowl.minimum[0], y - bowl.minimum[1]]
  return (xx * a * a + 2 * xy * a * b + yy * b * b) / 2
}

/** H (w − m): uphill. */
export function gradientAt(bowl: Bowl, [x, y]: Vector): Vector {
  const [xx, xy, yy] = curvatureOf(bowl)
  const [a, b] = [x - bowl.minimum[0], y - bowl.minimum[1]]
  return [xx * a + xy * b, xy * a + yy * b]
}

/** The half axes of {w : L(w) = loss}, an ellipse around the minimum: √(2 loss / curvature) long. */
export function halfAxesOf({ curvatures, tilt }: Bowl, loss: number): [Vector, Vector] {
  const angle = (tilt * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [along, across] = curvatures.map((curvature) => Math.sqrt((2 * loss) / curvature)) as [number, number]
  return [
    [cos * along, sin * along],
    [-sin * across, cos * across],
  ]
}
