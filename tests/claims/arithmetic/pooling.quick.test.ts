/** Every worked number of Pooling, computed again, and what is computed from measured ones. */
import { expect, it } from 'vitest'
import {
  bottleneck,
  evenShare,
  lastThatSaves,
  plain,
  sum,
  weightsOf,
} from '../../../src/explorers/bottleneck/count.ts'
import { kernels } from '../../../src/explorers/drag-a-kernel/kernels.ts'
import {
  drawings,
  mapSize,
  pixelsAt,
  products,
  size,
  total,
} from '../../../src/explorers/drag-a-kernel/slide.ts'
import { planeCounts, shapeOf, type Way } from '../../../src/explorers/padding/shapes.ts'
import { pool, shifted, startingMap, type Kind } from '../../../src/explorers/pooling-routes/routes.ts'
import { chances, weightedMean } from '../../../src/nn/stochasticWindow.ts'
import { outputSize } from '../../../src/nn/windows.ts'
import { checkArithmetic } from './rows.ts'

/** The filter and the window that the figure begins with. */
const vertical = kernels[0]!.weights
const first = total(products(pixelsAt(drawings(9)[4]!, { row: 3, column: 4 }, 1), vertical))

/** Eight filters of 3 × 3 on a 12 × 12 image, and a dense layer with as many outputs. */
const maps = 8 * mapSize(1) ** 2

/** A row of six pixels. */
const row = (way: Way, kernel = 3, stride = 1) => shapeOf({ size: 6, kernel, stride }, way, 0)
const outputs = (stride: number) =>
  (['valid', 'same', 'full'] as const).map((way) => row(way, 3, stride).output)
const inPlane = (way: Way, at: number) => planeCounts(row(way))[at * 6 + at]!

/** The bottleneck of the residual networks. */
const sizes = { channels: 256, narrow: 64, kernel: 3 }
const [one, three] = [sum(plain(sizes), weightsOf), sum(bottleneck(sizes), weightsOf)]
const wide = sum(bottleneck({ ...sizes, narrow: 256 }), weightsOf)
const last = lastThatSaves(256, 3)

/** How many outputs of 2 x 2 windows change when the map that the figure begins with moves to the right. */
const changed = (kind: Kind, by: number) => {
  const [before, after] = [startingMap(), shifted(startingMap(), by)].map((map) => pool(map, kind, 2, []))
  return before!.filter(({ value }, i) => value !== after![i]!.value).length
}

const window = [6, 0, 4, 0]
const average = (values: readonly number[]) =>
  values.reduce((total_, value) => total_ + value, 0) / values.length

/** Side of the maps of an image of 28 x 28 after a valid 5 x 5 convolution and a pooling, twice. */
const after = (n: number, kernel: number, stride: number) => Math.floor((n - kernel) / stride) + 1
const lenet = [after(28, 5, 1), 12, 8, 4]

/** Where 25 = 2x + 25x². */
const even = evenShare(5) * 128

checkArithmetic('pooling', {
  pools: [
    [
      'Of a window with the numbers {}, {}, {} and {} the one makes {}, the other {}.',
      [...window, 6, average(window)],
    ],
    ['the gradient {} at this output.', [8]],
    ['so each of them gets a gradient of {}.', [8 / 4]],
    ['By one pixel, {} of 9. The average changes at {} of them.', [changed('max', 1), changed('average', 1)]],
    ['by one place, and {} of the 9 places hold another number.', [changed('max', 2)]],
  ],
  global: [
    ['The dense layer behind it then needs {} weights in place of {}, and takes', [16 * 10, 16 * 9 * 10]],
    ['of <Ref to="fig:routes" /> has {} numbers', [36]],
  ],
  stochastic: [
    ['would have drawn, here $0.6 \\cdot 6 + 0.4 \\cdot 4 = {}$', [weightedMean(window)]],
    ['Their average is {}, their maximum {}.', [average([1, 0, 2, 5]), 5]],
    ['where <Ref to="eq:stochastic" /> says {}.', [weightedMean([1, 0, 2, 5])]],
  ],
  parameters: [
    [
      'Without pooling these maps hold {} numbers, and a dense layer with ten outputs has {} parameters.',
      [16 * 144, 16 * 144 * 10 + 10],
    ],
    [
      'the maps are 3 × 3, {} numbers are left, and the dense layer has {}: a sixteenth',
      [16 * 9, 16 * 9 * 10 + 10],
    ],
    ['The dense layer has {} parameters, and a place', [16 * 10 + 10]],
    ['Its last layer has {} weights', [16 * 9 * 10 + 10]],
  ],
  exercises: [
    ['{}, {}, {} and {}. With valid padding', lenet],
    ['so on average {}, {}, {} and {}. It shares', chances([3, 1, 0, 4]).map((chance) => 2 * chance)],
    [
      '$x = (-2 + \\sqrt{4 + 2500})/50 = {}$, so between {} and {} of {} channels.',
      [evenShare(5), Math.floor(even), Math.ceil(even), 128],
    ],
    ['$16 \\cdot (3 \\cdot 3 \\cdot 8 + 1) = {}$, and with MFM twice as many, {}.', [16 * 73, 2 * 16 * 73]],
  ],
  convolution: [
    ['At the first place its products add up to {}.', [first]],
    [
      'On paper it gives {}, and it would on solid ink, because the nine weights add up to {}.',
      [0, total(vertical)],
    ],
    ['A filter there has $8 \\cdot 9 = {}$ weights and a bias.', [8 * 9]],
    [
      'has $8 \\cdot (9 + 1) = {}$ parameters and gives eight maps of {} × {}, together {} numbers.',
      [8 * (9 + 1), mapSize(1), mapSize(1), maps],
    ],
    ['A dense layer from {} inputs to {} units has {}.', [size ** 2, maps, size ** 2 * maps + maps]],
  ],
  padding: [
    ['Valid gives {}, same {} and full {}.', outputs(1)],
    ['The three give {}, {} and {}, and with valid', outputs(2)],
  ],
  bottleneck: [
    ['has $9 \\cdot 256^2 = 589{,}824$ weights. Go down to {} channels', [64]],
    ['The bottleneck has {} weights, {} times fewer', [three, one / three]],
    [
      "are even at $C' = {}\\, C$ for 3 × 3. Of 256 channels that is between {} and {}.",
      [evenShare(3), last, last + 1],
    ],
    ["With $C' = C$ the bottleneck has _more_ weights, {} times as many.", [wide / one]],
  ],
})

it('writes in words what the padding counts', () => {
  // "the corner of an image is in one window, and a pixel of the middle is in nine"; same: four
  expect([inPlane('valid', 0), inPlane('valid', 2), inPlane('same', 0)]).toEqual([1, 9, 4])
  expect(new Set(planeCounts(row('full')))).toEqual(new Set([9]))
  // "with valid the last pixel is in no window at all"
  expect(row('valid', 3, 2).counts.at(-1)).toBe(0)
  // "Take a kernel of 4 and stride 1. Same padding then needs three zeros"
  expect(row('same', 4).pad).toEqual({ before: 1, after: 2 })
  expect(one).toBe(589_824)
})

it('writes in exercises what the formulas give', () => {
  expect([after(12 * 2, 2, 2), after(12, 5, 1), after(8, 2, 2)]).toEqual(lenet.slice(1))
  const kernelsOfFour = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((kernel) => after(9, kernel, 2) === 4)
  expect(kernelsOfFour).toEqual([2, 3])
  expect(outputSize({ size: 9, kernel: 3, stride: 2 }, { before: 0, after: 0 })).toBe(4)
})
