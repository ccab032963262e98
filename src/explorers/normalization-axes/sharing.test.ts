import { expect, it } from 'vitest'
import { methods, placesOf, positionsOf, setCount, setOf, setSize, within, type Shape } from './sharing.ts'

const image: Shape = { examples: 4, channels: 6, height: 2, width: 3 }
const dense: Shape = { examples: 4, channels: 6, height: 1, width: 1 }

it('has every activation once', () => {
  const places = placesOf(image)
  expect(places).toHaveLength(4 * 6 * 2 * 3)
  expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(places.length)
  expect(places.at(-1)).toEqual({ example: 3, channel: 5, position: 5 })
})

it('the sets, counted one by one, have the sizes and the number that the formulas say', () => {
  for (const shape of [image, dense])
    for (const method of methods.filter((each) => each !== 'weight'))
      for (const groups of [1, 2, 3, 6]) {
        const counts = new Map<string, number>()
        for (const place of placesOf(shape)) {
          const name = setOf(method, place, shape, groups)!
          counts.set(name, (counts.get(name) ?? 0) + 1)
        }
        expect(counts.size).toBe(setCount(method, shape, groups))
        expect(new Set(counts.values())).toEqual(new Set([setSize(method, shape, groups)]))
      }
})

it('only batch normalization lets examples share', () => {
  for (const method of methods) {
    const examples = new Map<string | null, Set<number>>()
    for (const place of placesOf(image)) {
      const name = setOf(method, place, image, 2)
      examples.set(name, (examples.get(name) ?? new Set()).add(place.example))
    }
    const most = Math.max(...[...examples].map(([name, found]) => (name === null ? 0 : found.size)))
    expect(most).toBe(method === 'batch' ? 4 : method === 'weight' ? 0 : 1)
  }
})

it('one group is layer normalization, a group for each channel is instance normalization', () => {
  for (const a of placesOf(image))
    for (const b of placesOf(image)) {
      const share = (method: (typeof methods)[number], groups: number) =>
        setOf(method, a, image, groups) === setOf(method, b, image, groups)
      expect(share('group', 1)).toBe(share('layer', 1))
      expect(share('group', 6)).toBe(share('instance', 1))
    }
})

it('weight normalization has no statistics of activations', () => {
  expect(setOf('weight', { example: 0, channel: 0, position: 0 }, image, 1)).toBeNull()
  expect(setCount('weight', image, 1)).toBe(0)
})

it('refuses groups that do not divide the channels', () => {
  expect(() => setSize('group', image, 4)).toThrow('divides 6 channels, got 4')
  expect(() => setSize('group', image, 12)).toThrow('got 12')
})

it('keeps a place inside a smaller shape', () => {
  expect(within({ example: 1, channel: 2, position: 3 }, dense)).toEqual({
    example: 1,
    channel: 2,
    position: 0,
  })
  expect(positionsOf(image)).toBe(6)
})
