/**
 * A block of cubes seen from far away: turned, projected without perspective, far ones first. No DOM.
 *
 * In the block x runs along the channels to the right, y along the positions upwards and z along the examples towards
 * the reader; one cube stands at every whole step. On the screen x runs to the right and y downwards.
 */
import { positionsOf, type Place, type Shape } from './sharing.ts'

export type Point3 = readonly [number, number, number]
export type Point2 = readonly [number, number]

/** Degrees: `yaw` turns the front to the right, `pitch` tilts the top towards the reader. */
export interface Turn {
  yaw: number
  pitch: number
}

/** Beyond it the block would stand on its head, and "up" would turn it down. */
const steepest = 80

export const turned = ({ yaw, pitch }: Turn, byYaw: number, byPitch: number): Turn => ({
  yaw: ((((yaw + byYaw + 180) % 360) + 360) % 360) - 180,
  pitch: Math.max(-steepest, Math.min(steepest, pitch + byPitch)),
})

/** Screen x, screen y and nearness to the reader, in widths of a cube's cell. */
export function project([x, y, z]: Point3, { yaw, pitch }: Turn): Point3 {
  const [sinYaw, cosYaw] = [Math.sin((yaw * Math.PI) / 180), Math.cos((yaw * Math.PI) / 180)]
  const [sinPitch, cosPitch] = [Math.sin((pitch * Math.PI) / 180), Math.cos((pitch * Math.PI) / 180)]
  const forward = z * cosYaw - x * sinYaw
  return [x * cosYaw + z * sinYaw, forward * sinPitch - y * cosPitch, y * sinPitch + forward * cosPitch]
}

/** The middle of the cube at a place, from the middle of the block. Example 1 stands in front, position 1 on top. */
export const middleOf = ({ example, channel, position }: Place, shape: Shape): Point3 => [
  channel - (shape.channels - 1) / 2,
  (positionsOf(shape) - 1) / 2 - position,
  (shape.examples - 1) / 2 - example,
]

/** From the middle of the block to its corners along each axis. */
export const halfOf = (shape: Shape): Point3 => [
  shape.channels / 2,
  positionsOf(shape) / 2,
  shape.examples / 2,
]

/** The sphere that holds the block however it is turned. */
export const radiusOf = (shape: Shape): number => Math.hypot(...halfOf(shape))

/**
 * Far cubes first, so that near ones are painted over them. Comparing middles is exact here: on a grid of cubes that
 * do not overlap, one that hides a part of another is nearer along all three axes.
 */
export const farFirst = (places: readonly Place[], shape: Shape, turn: Turn): Place[] =>
  places
    .map((place) => ({ place, near: project(middleOf(place, shape), turn)[2] }))
    .sort((a, b) => a.near - b.near)
    .map(({ place }) => place)

export type Axis = 0 | 1 | 2
const axes: readonly Axis[] = [0, 1, 2]

const along = (axis: Axis, length: number): Point3 => [
  axis === 0 ? length : 0,
  axis === 1 ? length : 0,
  axis === 2 ? length : 0,
]
const sum = (...points: readonly Point3[]): Point3 => [
  points.reduce((total, [x]) => total + x, 0),
  points.reduce((total, [, y]) => total + y, 0),
  points.reduce((total, [, , z]) => total + z, 0),
]
const others = (axis: Axis): [Axis, Axis] => (axis === 0 ? [1, 2] : axis === 1 ? [0, 2] : [0, 1])

/** Which end of an axis points to the reader: 1 or −1, and 0 where the axis is seen from the side. */
const facing = (axis: Axis, turn: Turn): number => {
  const near = project(along(axis, 1), turn)[2]
  return Math.abs(near) < 1e-9 ? 0 : Math.sign(near)
}

export interface Face {
  axis: Axis
  corners: readonly Point2[]
}

/**
 * The faces of a cube that the reader sees, three at most, from its middle: every cube of a size has the same.
 * `half` is half the length of its edge.
 */
export function facesOf(half: number, turn: Turn): Face[] {
  return axes.flatMap((axis) => {
    const side = facing(axis, turn)
    if (side === 0) return []
    const [u, v] = others(axis)
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([a = 0, b = 0]): Point2 => {
      const [x, y] = project(sum(along(axis, side * half), along(u, a * half), along(v, b * half)), turn)
      return [x, y]
    })
    return [{ axis, corners }]
  })
}

export interface Edge {
  axis: Axis
  from: Point2
  to: Point2
}

/**
 * For every axis one edge of the block on its outline, to write the axis's name beside: the lowest, and of upright
 * ones the leftmost. An edge is on the outline when one of its two faces is seen and the other is not.
 */
export function outlineEdges(shape: Shape, turn: Turn): Edge[] {
  const half = halfOf(shape)
  return axes.map((axis) => {
    const [u, v] = others(axis)
    const edges = [-1, 1].flatMap((a) =>
      [-1, 1].map((b) => {
        const base = sum(along(u, a * half[u]), along(v, b * half[v]))
        const [from, to] = [-1, 1].map((end): Point2 => {
          const [x, y] = project(sum(base, along(axis, end * half[axis])), turn)
          return [x, y]
        })
        const seen = [a * facing(u, turn) > 0, b * facing(v, turn) > 0]
        return { axis, from: from ?? [0, 0], to: to ?? [0, 0], outline: seen[0] !== seen[1] } as const
      }),
    )
    const low = ({ from, to }: Edge) =>
      axis === 1 ? -(from[0] + to[0]) : from[1] + to[1] + 1e-6 * (from[0] + to[0])
    const onOutline = edges.filter(({ outline }) => outline)
    const candidates = onOutline.length > 0 ? onOutline : edges
    const { from, to } = candidates.reduce((best, edge) => (low(edge) > low(best) ? edge : best))
    return { axis, from, to }
  })
}
