/** Every worked number of Regularization, computed again. */
import { constrainedMinimum } from '../../../src/explorers/bowl-meets-ball/constrained.ts'
import { labelOf } from '../../../src/explorers/which-changes/label.ts'
import { unchanged } from '../../../src/explorers/which-changes/resample.ts'
import { leastAbsolute, leastSquares, mean, median } from '../../../src/explorers/one-outlier/fits.ts'
import { firstPoint, points } from '../../../src/explorers/one-outlier/points.ts'
import { posteriorMode, thresholdOf, type Beliefs } from '../../../src/explorers/prior/bayes.ts'
import { norm } from '../../../src/ui/plane/ball.ts'
import { softThreshold } from '../../../src/widgets/hammer/hammers.ts'
import { expect, it } from 'vitest'
import { sum } from '../numeric.ts'
import { checkArithmetic } from './rows.ts'

const { abs, ceil, exp, hypot, log, sqrt, PI } = Math

const absolute = (errors: readonly number[]) => sum(errors.map(abs)) / errors.length
const squared = (errors: readonly number[]) => sum(errors.map((error) => error ** 2)) / errors.length

/** Of x⁰, x², ..., x¹² in Chebyshev's polynomial of degree 12, which stays within ±1 from −1 to 1. */
const chebyshev = [1, -72, 840, -3584, 6912, -6144, 2048]
const squaredLength = sum(chebyshev.map((weight) => weight ** 2))

const shown = [0.5, -0.25, 1, -0.75, 0]
const slopesWith = (x: number, y: number) => {
  const cloud = [...points, [x, y] as const]
  return [leastSquares(cloud).slope, leastAbsolute(cloud).slope]
}

/** A weight that loses a tenth of itself in each step. */
const decayed = (steps: number) => 0.9 ** steps
const trembling = [0.12, 0.07, 0.02, -0.03]
const stepped = (w: number) => w - 0.05 * Math.sign(w)

const bowl = { minimum: [1.75, 0.3], curvatures: [1, 3], tilt: 20 } as const
const lowest = (p: number) => constrainedMinimum(bowl, p, 1).point

const leastWeight = (s: number, lambda: number) => s ** 2 / (s ** 2 + 2 * lambda)

const beliefs = (kind: Beliefs['kind'], centre: number): Beliefs => ({ kind, centre, width: 0.6, scale: 0.6 })

/** The chapter's (stopping), with a rate of 0.1, 100 steps and 2 lambda = 0.1. */
const stopped = (h: number) => 1 - (1 - 0.1 * h) ** 100
const penalised = (h: number) => h / (h + 0.1)

const logisticLoss = (lead: number) => log(1 + exp(-lead))

const hidden = 256
const parameters = 144 * hidden + hidden + hidden * 10 + 10

const stepsTo = (from: number, to: number) => ceil(log(to / from) / log(0.9))
/** Standard deviation of the prior that lambda stands for, beside a mean over 15 points with noise of 0.3. */
const believed = (lambda: number) => sqrt(0.3 ** 2 / (15 * lambda))

checkArithmetic('regularization', {
  polynomials: [
    ['its squared weights add up to {} million', [squaredLength / 1e6]],
    ['the bowl is at least {} million times flatter', [squaredLength / 1e6]],
  ],
  'norm, distance, loss': [
    [
      'the L1 norm is $3 + 4 = {}$ and the L2 norm $\\sqrt{9 + 16} = {}$.',
      [norm([3, -4], 1), norm([3, -4], 2)],
    ],
    ['$\\lVert w \\rVert_\\infty = {}$', [norm([3, -4], Infinity)]],
    ['it is $2 + 3 = {}$ by L1, and $\\sqrt{4 + 9} = {}$ by L2', [norm([2, -3], 1), norm([2, -3], 2)]],
    [
      'For errors of {}, {}, {}, {} and {} the means are {} and {}.',
      [...shown, absolute(shown), squared(shown)],
    ],
    ['have size 1, and their sum has size {}', [norm([1, 1], 0.5)]],
  ],
  outliers: [
    [
      'The squared error is least at the mean, {}, the absolute error at the median, {}.',
      [mean([1, 2, 3, 4, 5]), median([1, 2, 3, 4, 5])],
    ],
    ['The mean goes to {}. The median stays at {}.', [mean([1, 2, 3, 4, 50]), median([1, 2, 3, 4, 50])]],
    ['the slopes begin at {} for squared errors and {} for absolute ones', slopesWith(...firstPoint)],
    ['straight down, at (3.2, 0), they are {} and {}.', slopesWith(3.2, 0)],
    ['With it at (9.5, 0) they are {} and {}.', slopesWith(9.5, 0)],
  ],
  hammers: [
    ['a weight of 10 loses {}, a weight of 0.01 loses {}.', [10 * 0.1, 0.01 * 0.1]],
    ['After a hundred steps it is at a {}th of what it was', [1 / decayed(100)], 400],
    ['they cancel at $w = {}$. There the loss is {}, not 0.', [4 / (1 + 2 * 0.5), (2 - 4) ** 2 / 2]],
    [
      'takes a weight of {} to {}, to {}, and then to {}.',
      [0.12, stepped(0.12), stepped(stepped(0.12)), stepped(stepped(stepped(0.12)))],
    ],
    [
      'By <Ref to="eq:soft" /> 0.12 goes to {}, to {}, and to {}.',
      [softThreshold(0.12, 0.05), softThreshold(0.07, 0.05), softThreshold(0.02, 0.05)],
    ],
    ['For $p = 2$ it is $w^* = ({}, {})$', [...lowest(2)]],
    ['For $p = 1$ it is $({}, {})$, exactly.', [...lowest(1)]],
  ],
  Adam: [
    [
      'that is {} for the smallest feature and {} for the largest',
      [leastWeight(1 / 3, 0.15), leastWeight(3, 0.15)],
    ],
  ],
  beliefs: [
    [
      'leaves a share of $0.36/(0.36 + 0.36)$, one half: the mode is {}.',
      [posteriorMode(beliefs('gaussian', 0.9))],
    ],
    [
      '$0.36/0.6 = {}$: the mode is {}.',
      [thresholdOf(beliefs('laplace', 0.9)), posteriorMode(beliefs('laplace', 0.9))],
    ],
    [
      'At $m = 0.5$ the first gives {}, the second {}, exactly',
      [posteriorMode(beliefs('gaussian', 0.5)), posteriorMode(beliefs('laplace', 0.5))],
    ],
  ],
  'data and steps': [
    ['so 200 images are {}.', [200 * 3 ** 2]],
    [
      'Along a steep axis, $h = 1$, the shares of <Ref to="eq:stopping" /> are {} and {}.',
      [stopped(1), penalised(1)],
    ],
    ['Along a flat one, $h = 0.01$, they are {} and {}.', [stopped(0.01), penalised(0.01)]],
    ['The loss is $\\ln(1 + e^{-5}) = {}$.', [logisticLoss(5)]],
    ['every answer is what it was, and the loss is {}.', [logisticLoss(10)]],
    ['Downhill $w$ grows like $\\ln t$, by {} for every tenfold of steps.', [log(10)]],
    ['256 ReLUs, {} weights and biases', [parameters]],
    ['has {} weights for every image', [parameters / 300]],
  ],
  exercises: [
    [
      '(a) {}, {} and {}. (b) The difference is $(2, -2, 1)$, so {}.',
      [2 + 1 + 2, hypot(2, -1, 2), 2, 2 + 2 + 1],
    ],
    [
      'errors are {}, {} and {}: the means are {} and {}.',
      [1, 0, 6, absolute([1, 0, 6]), squared([1, 0, 6])],
    ],
    [
      'from $t = {}$ on, $0.1 \\cdot 0.9^t \\le 0.001$ from $t = {}$ on.',
      [stepsTo(2, 0.001), stepsTo(0.1, 0.001)],
    ],
    ['(b) After {} steps and after {}.', [2 / 0.05, 0.1 / 0.05]],
    ['the ratio stays {} for ever; under L1 it is {} after one step', [2 / 0.1, (2 - 0.05) / (0.1 - 0.05)]],
    [
      '(a) $0.09/0.015 = {}$, so $\\sigma = {}$. (b) $\\sigma = {}$.',
      [0.09 / 0.015, believed(0.001), believed(10)],
    ],
    ['power series begins ${}\\,x - {}\\,x^3 + {}\\,x^5$.', [PI, PI ** 3 / 6, PI ** 5 / 120]],
    [
      '(c) From $\\lambda = h m = {}$ on. For L2 from no $\\lambda$ on: at $\\lambda = 0.8$ it is at {}.',
      [2 * 0.4, (2 * 0.4) / (2 + 2 * 0.8)],
    ],
    ['Shifts by two pixels have {} places', [5 ** 2]],
  ],
})

it('a weight that loses a tenth in a step halves about every seven steps', () => {
  expect(decayed(6)).toBeGreaterThan(0.5)
  expect(decayed(7)).toBeLessThan(0.5)
})

it('Chebyshev’s polynomial of degree 12 stays within ±1, and is 1 at 1', () => {
  const at = (x: number) => sum(chebyshev.map((weight, i) => weight * x ** (2 * i)))
  expect(at(1)).toBe(1)
  for (let i = 0; i <= 1000; i++) expect(abs(at(i / 1000))).toBeLessThanOrEqual(1 + 1e-9)
})

it('by subgradient a weight goes on trembling about 0', () => {
  expect(trembling.slice(0, 3).map(stepped)).toEqual(trembling.slice(1).map((w) => expect.closeTo(w, 12)))
  expect(stepped(-0.03)).toBeCloseTo(0.02, 12)
})

it('a half turn makes a 9 of a 6 and leaves 0 and 8; a mirrored 2 is no digit, a 3 survives top to bottom', () => {
  const label = (digit: number, change: object) => labelOf(digit, { ...unchanged, ...change }, 1)
  expect(label(6, { turn: 180 })).toEqual({ is: 'other', digit: 9 })
  for (const digit of [0, 8])
    for (const change of [{ turn: 180 }, { mirror: 'leftRight' }, { mirror: 'upDown' }])
      expect(label(digit, change).is).toBe('same')
  expect(label(2, { mirror: 'leftRight' }).is).toBe('none')
  expect(label(3, { mirror: 'upDown' }).is).toBe('same')
})
