/** Every worked number of Pruning, computed again, and what is computed from measured ones. */
import { expect, it } from 'vitest'
import { costOf, type Matrix } from '../../../src/widgets/cutCosts.ts'
import { layersOf, width } from '../../../src/widgets/whole-filters/networks.ts'
import { weightsOf } from '../../../src/widgets/whole-units/config.ts'
import { checkArithmetic } from './rows.ts'

const weights = weightsOf(100)
const saliency = (weight: number, curvature: number) => 0.5 * curvature * weight ** 2
/** Rounds of a cut after which no more than a share is left. */
const rounds = (left: number, each: number) => Math.ceil(Math.log(left) / Math.log(1 - each))

/** Bytes of an m x n matrix of which a share is kept. */
const dense = (m: number, n: number) => 4 * m * n
const csr = (m: number, n: number, kept: number) => 8 * kept * m * n + 4 * (m + 1)
const bitMask = (m: number, n: number, kept: number) => (m * n) / 8 + 4 * kept * m * n

/** Of networks with so many filters in each layer. */
const whole = layersOf(width)
const halved = layersOf(width / 2)
const kept = (layers: readonly Matrix[]) => layers.reduce((sum, layer) => sum + layer.kept, 0)
const products = (layers: readonly Matrix[]) => costOf(layers).products
const placesOf = ({ places = 1 }: Matrix) => places
/** Of the weights, and of the products. */
const sharesOf = (layer: Matrix) => [layer.kept / kept(whole), products([layer]) / products(whole)]

checkArithmetic('pruning', {
  opening: [
    ['Take a network with {} weights that reads', [weights]],
    ['that is {} passes over the training set', [weights]],
    ['there are {} million pairs', [(weights * (weights - 1)) / 2 / 1e6]],
  ],
  criteria: [
    ['A weight of {} whose input is always {} adds {}.', [0.01, 100, 0.01 * 100]],
    ['the saliencies are {} and {}, and it is the first', [saliency(0.5, 0.01), saliency(0.1, 1)]],
  ],
  rounds: [['{} after 4, {} after 14.', [0.8 ** 4, 0.8 ** 14]]],
  units: [
    ['+ 100 \\cdot 10 = 25{,}400$ weights. Keep {} units in each.', [28]],
    ['28 \\cdot 28 + 28 \\cdot 10 = 5{,}096$ are left, a fifth. A little more than a quarter', []],
    ['one filter takes $72 + 144 = {}$ weights', [9 * 8 + 9 * 16]],
    ['through the first kernel at {} places and through the second at {},', whole.slice(0, 2).map(placesOf)],
    [
      'weights are left, {}, and {} products, {}. The two shares',
      [kept(halved) / kept(whole), products(halved), products(halved) / products(whole)],
    ],
    [
      'The first convolution has {} of the weights and takes {} of the products, because its few weights are used at {} places.',
      [...sharesOf(whole[0]!), placesOf(whole[0]!)],
    ],
    ['The dense layer is the reverse: {} of the weights, and {} of the products.', sharesOf(whole[2]!)],
    ['At $d = {}$ CSR needs {} of the bytes, not {}', [0.1, csr(1000, 1000, 0.1) / dense(1000, 1000), 0.1]],
    ['$1/32 + 0.1$, about {}.', [bitMask(1000, 1000, 0.1) / dense(1000, 1000)]],
  ],
  exercises: [
    [
      'The saliencies are {} and {}, so by saliency the second. Both together should cost {}.',
      [saliency(0.3, 0.2), saliency(-0.6, 0.02), saliency(0.3, 0.2) + saliency(-0.6, 0.02)],
    ],
    ['with $h_{12} = -0.06$ it is {} more.', [-0.18 * -0.06]],
    [
      '= {}$, so {} rounds, and {} for 99%. By halves {} and {}.',
      [
        Math.log(0.1) / Math.log(0.8),
        rounds(0.1, 0.2),
        rounds(0.01, 0.2),
        rounds(0.1, 0.5),
        rounds(0.01, 0.5),
      ],
    ],
    ['take {} updates at 300 a round, where twelve cuts take {} and', [(4 + 1) * 300, (12 + 1) * 300]],
    ['at $d = 1/32$, so beyond {} zeros', [1 - 1 / 32]],
  ],
})

it('writes in formulas what they give', () => {
  expect(weights).toBe(25_400)
  expect(weightsOf(28)).toBe(5_096)
  expect(weightsOf(28) / weights).toBeCloseTo(0.2, 2)
  expect(whole.map((layer) => layer.kept)).toEqual([144, 2304, 1440])
  expect(kept(whole)).toBe(3_888)
  expect(products(whole)).toBe(105_120)
  expect(halved.map((layer) => layer.kept)).toEqual([72, 576, 720])
  expect(kept(halved)).toBe(1_368)
  expect(layersOf(4)[1]!.kept).toBe(144)
  expect(dense(1000, 1000)).toBe(4_000_000)
  expect(csr(1000, 1000, 0.05)).toBeCloseTo(404_004, 6)
  expect(bitMask(1000, 1000, 0.05)).toBeCloseTo(325_000, 6)
  // "it saves nothing until half of the weights are gone"
  expect(csr(1000, 1000, 0.5)).toBeGreaterThan(dense(1000, 1000))
  expect(csr(1000, 1000, 0.49)).toBeLessThan(dense(1000, 1000))
})
