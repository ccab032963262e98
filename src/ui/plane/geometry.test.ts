import { expect, it } from 'vitest'
import { frameOf, snapped } from './geometry.ts'

const margin = { left: 10, right: 10, top: 20, bottom: 20 }

it('maps corners to corners, and back', () => {
  const frame = frameOf({ width: 220, height: 140 }, margin, { x: [0, 4], y: [-1, 1] }, false)
  expect(frame.pixel([0, 1])).toEqual([10, 20])
  expect(frame.pixel([4, -1])).toEqual([210, 120])
  expect(frame.point(frame.pixel([1.5, 0.25]))).toEqual([1.5, 0.25])
  expect(
    frame.path(
      [
        [0, 1],
        [4, -1],
      ],
      true,
    ),
  ).toBe('M10 20l200 100z')
})

it('makes one unit equally long on both axes by showing more of one of them', () => {
  const frame = frameOf({ width: 220, height: 140 }, margin, { x: [-1, 1], y: [-1, 1] }, true)
  expect(frame.y).toEqual([-1, 1])
  expect(frame.x).toEqual([-2, 2])
  const tall = frameOf({ width: 120, height: 240 }, margin, { x: [-1, 1], y: [-1, 1] }, true)
  expect([tall.x, tall.y]).toEqual([
    [-1, 1],
    [-2, 2],
  ])
})

it('snaps to steps inside the domain', () => {
  expect(snapped(0.31, [-1, 1], 0.05)).toBe(0.3)
  expect(snapped(7, [-1, 1], 0.05)).toBe(1)
  expect(snapped(-0.01, [-1, 1], 0.05)).toBe(0)
})
