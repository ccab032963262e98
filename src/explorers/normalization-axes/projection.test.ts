import { expect, it } from 'vitest'
import {
  facesOf,
  farFirst,
  middleOf,
  outlineEdges,
  project,
  radiusOf,
  turned,
  type Turn,
} from './projection.ts'
import { placesOf, type Shape } from './sharing.ts'

const shape: Shape = { examples: 4, channels: 6, height: 2, width: 2 }
const front: Turn = { yaw: 0, pitch: 0 }
const turns: Turn[] = [front, { yaw: -32, pitch: 24 }, { yaw: 140, pitch: -70 }, { yaw: 90, pitch: 80 }]

it('seen from the front, channels run to the right, positions downwards, examples away', () => {
  const at = (example: number, channel: number, position: number) =>
    project(middleOf({ example, channel, position }, shape), front)
  expect(at(0, 1, 0)[0] - at(0, 0, 0)[0]).toBeCloseTo(1, 12)
  expect(at(0, 0, 1)[1] - at(0, 0, 0)[1]).toBeCloseTo(1, 12)
  expect(at(1, 0, 0)[2] - at(0, 0, 0)[2]).toBeCloseTo(-1, 12)
})

it('a turn changes no length', () => {
  for (const turn of turns)
    expect(Math.hypot(...project([1, -2, 3], turn))).toBeCloseTo(Math.hypot(1, -2, 3), 12)
})

it('yaw turns the front to the right, pitch lowers it', () => {
  expect(project([0, 0, 1], { yaw: 30, pitch: 0 })[0]).toBeGreaterThan(0)
  expect(project([0, 0, 1], { yaw: 0, pitch: 30 })[1]).toBeGreaterThan(0)
})

it('turning goes round, tilting stops', () => {
  expect(turned({ yaw: 170, pitch: 70 }, 20, 20)).toEqual({ yaw: -170, pitch: 80 })
  expect(turned({ yaw: -170, pitch: 0 }, -20, -200)).toEqual({ yaw: 170, pitch: -80 })
})

it('paints every cube after all that it could hide', () => {
  for (const turn of turns) {
    const towards = ([0, 1, 2] as const).map(
      (axis) => project([axis === 0 ? 1 : 0, axis === 1 ? 1 : 0, axis === 2 ? 1 : 0], turn)[2],
    )
    const order = farFirst(placesOf(shape), shape, turn)
    expect(order).toHaveLength(96)
    for (const [i, before] of order.entries())
      for (const after of order.slice(i + 1)) {
        const a = middleOf(before, shape)
        const b = middleOf(after, shape)
        // On the way from `after` to the reader lies only what is nearer along every axis that is not seen from the side.
        const could = towards.every((near, axis) => {
          const step = (a[axis] ?? 0) - (b[axis] ?? 0)
          return Math.abs(near) < 1e-9 ? step === 0 : step * near >= 0
        })
        expect(could).toBe(false)
      }
  }
})

it('shows three faces of a cube, and one when it is seen straight from the front', () => {
  expect(facesOf(0.5, { yaw: -32, pitch: 24 }).map(({ axis }) => axis)).toEqual([0, 1, 2])
  const [face, ...rest] = facesOf(0.5, front)
  expect(rest).toEqual([])
  expect(face?.axis).toBe(2)
  expect(face?.corners).toHaveLength(4)
  for (const corner of face?.corners ?? []) expect(corner.map(Math.abs)).toEqual([0.5, 0.5])
})

it('names stand at one edge for each axis, on the outline and inside the sphere', () => {
  for (const turn of turns) {
    const edges = outlineEdges(shape, turn)
    expect(edges.map(({ axis }) => axis)).toEqual([0, 1, 2])
    for (const { from, to } of edges)
      for (const end of [from, to]) expect(Math.hypot(...end)).toBeLessThanOrEqual(radiusOf(shape) + 1e-9)
  }
  const [bottom, left] = outlineEdges(shape, { yaw: -32, pitch: 24 })
  expect(bottom!.from[1]).toBeGreaterThan(0)
  expect(left!.from[0]).toBeLessThan(0)
})
