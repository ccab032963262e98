import { expect, it } from 'vitest'
import { heatOf, mostIn } from './heat.ts'
import { holding, planeCounts, shapeOf } from './shapes.ts'

const axis = { size: 6, kernel: 3, stride: 1 }

it('has the sizes of a row of six under a window of three', () => {
  const of = (way: Parameters<typeof shapeOf>[1], stride = 1) => shapeOf({ ...axis, stride }, way, 1)
  expect([of('valid'), of('same'), of('full'), of('hand')].map(({ output }) => output)).toEqual([4, 6, 8, 6])
  expect([of('valid', 2), of('same', 2), of('full', 2)].map(({ output }) => output)).toEqual([2, 3, 4])
  expect(of('full').cells).toBe(10)
})

it('knows the windows of a pixel, as many as its count', () => {
  for (const way of ['valid', 'same', 'full', 'hand'] as const)
    for (const stride of [1, 2, 3]) {
      const shape = shapeOf({ ...axis, stride }, way, 2)
      shape.counts.forEach((count, input) => expect(holding(shape, input)).toHaveLength(count))
    }
  expect(holding(shapeOf(axis, 'valid', 0), 1)).toEqual([0, 1])
})

it('in the plane a count is that of windows that hold a pixel', () => {
  for (const stride of [1, 2]) {
    const shape = shapeOf({ ...axis, stride }, 'same', 0)
    const counted = Array.from({ length: 36 }, (_, i) => {
      const within = (start: number, at: number) => start <= at && at < start + axis.kernel
      let count = 0
      for (const top of shape.starts)
        for (const left of shape.starts) if (within(top, Math.floor(i / 6)) && within(left, i % 6)) count += 1
      return count
    })
    expect(planeCounts(shape)).toEqual(counted)
  }
})

it('the ramp ends at the largest count that is possible', () => {
  for (let kernel = 1; kernel <= 7; kernel++)
    for (let stride = 1; stride <= 4; stride++) {
      const shape = shapeOf({ size: 12, kernel, stride }, 'full', 0)
      expect(Math.max(...shape.counts)).toBeLessThanOrEqual(mostIn(shape.axis))
    }
  expect([heatOf(0, 3), heatOf(3, 3)]).toEqual(['heat-0', 'heat-5'])
})
