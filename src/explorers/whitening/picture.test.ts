import { expect, it } from 'vitest'
import { cloud, draws } from './cloud.ts'
import { between, numbersOf, pictureOf, viewOf } from './picture.ts'
import { mean } from './statistics.ts'
import { methods, shrunk, transformed, transformOf } from './transforms.ts'

const points = cloud(draws(0), { correlation: 0.8, spread: [12, 9], mean: [55, 30] })

it('places every point where the transform puts it, in halves of the view', () => {
  for (const method of methods) {
    const picture = pictureOf(numbersOf(method, points, 0))
    const { centre, half } = viewOf(method)
    const wanted = transformed(transformOf(method, points), points)
    const before = method === 'raw' || method === 'centred' ? points : transformed(shrunk(points), points)
    for (const [i, point] of points.entries())
      for (const axis of [0, 1] as const) {
        expect(picture.place(point)[axis]).toBeCloseTo((wanted[i]![axis] - centre[axis]) / half, 12)
        expect(picture.before(point)[axis]).toBeCloseTo((before[i]![axis] - centre[axis]) / half, 12)
      }
    expect(picture.mean[0]).toBeCloseTo((mean(wanted)[0] - centre[0]) / half, 12)
  }
})

it('shows a circle of one standard deviation where the cloud is white, with axes at a right angle', () => {
  for (const method of ['pca', 'zca'] as const)
    for (const turn of [0, 70]) {
      const [[ax, ay], [bx, by]] = pictureOf(numbersOf(method, points, turn)).radii
      expect(Math.hypot(ax, ay)).toBeCloseTo(1 / 4, 9)
      expect(Math.hypot(bx, by)).toBeCloseTo(1 / 4, 9)
      expect(ax * bx + ay * by).toBeCloseTo(0, 9)
    }
  const [[, flat]] = pictureOf(numbersOf('pca', points, 0)).radii
  expect(flat).toBeCloseTo(0, 9)
})

it('the axes of a standardised cloud stand at 45°, whatever the raw cloud was', () => {
  const [[ax, ay]] = pictureOf(numbersOf('standardised', points, 0)).radii
  expect(ax).toBeCloseTo(ay, 9)
})

it('goes from one picture to another and arrives', () => {
  const from = numbersOf('raw', points, 0)
  const to = numbersOf('zca', points, 0)
  expect(between(from, to, 0)).toEqual(from)
  expect(between([0, 4], [2, 2], 0.5)).toEqual([1, 3])
  for (const [i, value] of between(from, to, 1).entries()) expect(value).toBeCloseTo(to[i]!, 12)
})
