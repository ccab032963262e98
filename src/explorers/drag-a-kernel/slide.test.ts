import { expect, it } from 'vitest'
import { kernels, nameOf } from './kernels.ts'
import { drawings, mapSize, pixelsAt, products, relu, size, slide, total, turned } from './slide.ts'

const image = drawings(9)[4]!
const weights = (id: string) => kernels.find((kernel) => kernel.id === id)!.weights

it('pixels are tenths from paper, 0, to ink, 1, and the corners are paper', () => {
  for (const pixels of drawings(9)) {
    expect(pixels).toHaveLength(size * size)
    for (const pixel of pixels) {
      expect(pixel * 10).toBeCloseTo(Math.round(pixel * 10), 9)
      expect(pixel >= 0 && pixel <= 1).toBe(true)
    }
    expect(Math.max(...pixels)).toBeGreaterThan(0.5)
    expect(pixels[0]).toBe(0)
  }
})

it('the map is the sum of nine products at every place, at stride 1 and at stride 2', () => {
  for (const stride of [1, 2]) {
    const side = mapSize(stride)
    expect(side).toBe(stride === 1 ? 10 : 5)
    const map = slide(image, weights('sharpen'), stride)
    expect(map).toHaveLength(side * side)
    for (let row = 0; row < side; row++)
      for (let column = 0; column < side; column++) {
        let sum = 0
        for (let i = 0; i < 3; i++)
          for (let j = 0; j < 3; j++)
            sum += image[(row * stride + i) * size + column * stride + j]! * weights('sharpen')[i * 3 + j]!
        expect(map[row * side + column]).toBeCloseTo(sum, 9)
      }
  }
  const wide = slide(image, weights('blur'), 1)
  expect(slide(image, weights('blur'), 2)).toEqual(
    wide.filter((_, i) => i % 2 === 0 && Math.floor(i / 10) % 2 === 0),
  )
})

it('the filters do what they are called', () => {
  const inner = Array.from({ length: 100 }, (_, i) => image[(Math.floor(i / 10) + 1) * size + (i % 10) + 1]!)
  expect(slide(image, weights('identity'), 1)).toEqual(inner)
  for (const [id, sum] of [
    ['vertical', 0],
    ['horizontal', 0],
    ['surround', 0],
    ['blur', 1],
    ['sharpen', 1],
    ['identity', 1],
  ] as const)
    expect(total(weights(id))).toBe(sum)
  /** Ink on the right half. */
  const half = Array.from({ length: size * size }, (_, i) => (i % size >= 6 ? 1 : 0))
  const edges = slide(half, weights('vertical'), 1).slice(0, 10)
  expect(edges).toEqual([0, 0, 0, 0, 3, 3, 0, 0, 0, 0])
  expect(slide(half, weights('horizontal'), 1).every((value) => value === 0)).toBe(true)
})

it('flipping an edge filter changes all signs, flipping an even one nothing', () => {
  const plus = (values: readonly number[]) => values.map((value) => value + 0)
  expect(slide(image, turned(weights('vertical')), 1)).toEqual(
    plus(slide(image, weights('vertical'), 1).map((value) => -value)),
  )
  expect(slide(image, turned(weights('surround')), 1)).toEqual(slide(image, weights('surround'), 1))
})

it('a ReLU takes what is below 0, and products keep their places', () => {
  expect([relu(-1.5), relu(0), relu(2)]).toEqual([0, 0, 2])
  const pixels = pixelsAt(image, { row: 3, column: 4 }, 1)
  expect(products(pixels, weights('identity'))[4]).toBe(pixels[4])
  expect(nameOf(weights('blur'))?.id).toBe('blur')
  expect(nameOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeUndefined()
})
