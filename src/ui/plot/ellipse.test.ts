import { expect, it } from 'vitest'
import { ellipseOf } from './ellipse.ts'

/** How far, in half axes, a point is from the middle: 1 on the ellipse. */
function reach({ rx, ry, transform }: ReturnType<typeof ellipseOf>, px: number, py: number): number {
  const [x, y, degrees] = transform.match(/-?[\d.]+/g)!.map(Number) as [number, number, number]
  const turn = (degrees * Math.PI) / 180
  const [dx, dy] = [px - x, py - y]
  return Math.hypot(
    (Math.cos(turn) * dx + Math.sin(turn) * dy) / rx,
    (Math.cos(turn) * dy - Math.sin(turn) * dx) / ry,
  )
}

it.each([
  ['across each other', [80, 30], [-15, 40]],
  ['not at a right angle', [80, 30], [20, 60]],
  ['the first one shorter', [10, -20], [120, 60]],
] as const)('goes through all that its half axes make, %s', (_, a, b) => {
  const ellipse = ellipseOf([200, 150], a, b)
  for (let t = 0; t < 2 * Math.PI; t += 0.1) {
    const [cos, sin] = [Math.cos(t), Math.sin(t)]
    expect(reach(ellipse, 200 + cos * a[0] + sin * b[0], 150 + cos * a[1] + sin * b[1])).toBeCloseTo(1, 2)
  }
})

it('has no direction where it is a circle, and no width where it is a line', () => {
  expect(ellipseOf([10, 20], [3, 4], [-4, 3])).toEqual({
    rx: 5,
    ry: 5,
    transform: 'translate(10 20)rotate(0)',
  })
  expect(ellipseOf([0, 0], [3, 4], [6, 8])).toMatchObject({ rx: 11.2, ry: 0 })
})
