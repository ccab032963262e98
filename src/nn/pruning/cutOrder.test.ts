import { expect, it } from 'vitest'
import { random } from '../random.ts'
import { cutOrder, masksAt } from './cutOrder.ts'

it('ranks the weights of each seed alone, the least important first', () => {
  const scores = [Float32Array.of(3, 1, 2, -5, 0, -0.5), Float32Array.of(2.5, 0.5, -1, 7)]
  const layerwise = cutOrder(scores, 2, 'layer')
  expect(layerwise.places.map((each) => [...each])).toEqual([
    [2, 0, 1, 0, 2, 1],
    [1, 0, 0, 1],
  ])
  expect(layerwise.counts).toEqual([3, 2])
  const global = cutOrder(scores, 2, 'global')
  expect(global.places.map((each) => [...each])).toEqual([
    [4, 1, 2, 0, 3, 2],
    [3, 0, 1, 4],
  ])
  expect(global.counts).toEqual([5, 5])
})

it('agrees with a comparison of numbers for all sizes and signs', () => {
  const draw = random(0)
  const scores = Float32Array.from({ length: 3000 }, () => draw.normal() * 10 ** draw.uniform(-30, 30))
  const [places] = cutOrder([scores], 1, 'layer').places
  const byHand = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!)
  expect(byHand.map((index) => places![index])).toEqual(byHand.map((_, place) => place))
})

it('cuts the smaller index first of equal scores, and -Infinity before all', () => {
  const scores = [Float32Array.of(0, -0, -Infinity, 0, -1e30)]
  expect([...cutOrder(scores, 1, 'layer').places[0]!]).toEqual([2, 3, 0, 4, 1])
})

it('cuts exactly the share that is asked for, and never gives back what a smaller share cuts', () => {
  const draw = random(1)
  const layer = (size: number) => Float32Array.from({ length: size }, () => draw.normal())
  const scores = [layer(2 * 60), layer(2 * 20)]
  const cutOf = (masks: Float32Array[]) => masks.flatMap((mask) => [...mask]).filter((kept) => kept === 0)
  for (const scope of ['global', 'layer'] as const) {
    const order = cutOrder(scores, 2, scope)
    let before = masksAt(order, 0)
    expect(cutOf(before)).toHaveLength(0)
    for (const sparsity of [0.1, 0.25, 0.5, 0.9, 1]) {
      const masks = masksAt(order, sparsity)
      expect(cutOf(masks)).toHaveLength(Math.round(160 * sparsity))
      masks.forEach((mask, l) => mask.forEach((kept, i) => expect(kept).toBeLessThanOrEqual(before[l]![i]!)))
      before = masks
    }
  }
})

it('refuses a sparsity that is no share', () => {
  const order = cutOrder([Float32Array.of(1)], 1, 'layer')
  for (const sparsity of [-0.1, 50, Number.NaN])
    expect(() => masksAt(order, sparsity)).toThrow(/expected a sparsity from 0 to 1/)
})
