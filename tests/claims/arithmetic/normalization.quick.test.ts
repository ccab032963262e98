/** Every worked number of Normalization, computed again. */
import { scalarActivations } from '../../../src/nn/activations/scalar.ts'
import { normalMean, sum } from '../numeric.ts'
import { checkArithmetic } from './rows.ts'

const { hypot, log, sqrt } = Math
const { sigmoid } = scalarActivations

const mean = (values: readonly number[]) => sum(values) / values.length
const variance = (values: readonly number[]) => mean(values.map((value) => (value - mean(values)) ** 2))
const normalized = (values: readonly number[]) =>
  values.map((value) => (value - mean(values)) / sqrt(variance(values)))

/** Eigenvalues of [[a, b], [b, d]], the larger first. */
const eigenvalues = (a: number, b: number, d: number): [number, number] => {
  const [middle, half] = [(a + d) / 2, hypot((a - d) / 2, b)]
  return [middle + half, middle - half]
}
const ratio = ([large, small]: [number, number]) => large / small
/** Of the loss of w x + b for inputs of mean m and variance 1: the chapter's (hessian). */
const curvatures = (m: number) => eigenvalues(1 + m * m, m, 1)
/** Steps until the error along the flattest axis is a tenth. */
const stepsTo1Percent = (condition: number) => condition * log(10)

const dogs = eigenvalues(12 ** 2, 0.8 * 12 * 8, 8 ** 2)

const four = [1, 7, 7, 9]
const hats = normalized(four)
const outputs = hats.map((hat) => 2 * hat + 0.5)

/** The chapter's (backward) with gamma = 1, for a gradient 1, 0, 0, 0. */
const dy = [1, 0, 0, 0]
const along = mean(dy.map((d, i) => d * hats[i]!))
const dx = dy.map((d, i) => (d - mean(dy) - hats[i]! * along) / sqrt(variance(four)))

/** Spread and slope of sigmoids whose sums come from N(0, 1). */
const sigmoidSpread = sqrt(normalMean((z) => (sigmoid.value(z) - 0.5) ** 2))
const sigmoidSlope = sqrt(normalMean((z) => sigmoid.slope(z) ** 2))

/** A running mean that started at 0, where all batches have the mean 5. */
const running = (share: number, steps: number) => 5 * (1 - share ** steps)

/** The chapter's (two) with its epsilon. */
const slopeOfTwo = (s: number) => 0.001 / (s * s + 0.001) ** 1.5

const rms = sqrt(mean(four.map((value) => value ** 2)))
const v = [3, 4]
const direction = v.map((value) => value / hypot(...v))
const ofGain = direction[0]!
const ofDirection = [1, 0].map((w, i) => (2 / 5) * (w - ofGain * direction[i]!))

const exercise = normalized([2, 4, 4, 10])
const mirrored = exercise.map((hat) => -1.5 * hat + 1)

/** Squared length of weights before a batch norm after one more step, where the gradient has length 2 / |w|. */
const longer = (squared: number) => squared + 0.5 ** 2 * (2 ** 2 / squared)

checkArithmetic('normalization', {
  'before the first layer': [
    ['it is $(62 - 50)/12 = {}$ and $(22 - 30)/8 = {}$: tall', [(62 - 50) / 12, (22 - 30) / 8]],
    ['the eigenvalues are {} and {} and the condition number is {}.', [...dogs, ratio(dogs)]],
    [
      'Standardising gives the eigenvalues {} and {}, a condition number of {}:',
      [1.8, 0.2, ratio(eigenvalues(1, 0.8, 1))],
    ],
    ['near 130 is {} standard deviations brighter', [(130 - 100) / 20]],
    ['with a standard deviation of 60, say, it is {}: sums of ±{},', [2 * 60 ** 2, sqrt(2 * 60 ** 2)]],
  ],
  'the bowl': [
    ['With $m = 2$ they are {} and {}, a condition number of {}.', [...curvatures(2), ratio(curvatures(2))]],
    ['With $m = 10$ they are {} and {}, and it is {}.', [...curvatures(10), ratio(curvatures(10))]],
    ['about $\\kappa \\ln 10 = {}\\,\\kappa$ steps', [log(10)]],
    [
      'That is {} for $m = 2$, and {} for $m = 10$.',
      [stepsTo1Percent(ratio(curvatures(2))), stepsTo1Percent(ratio(curvatures(10)))],
      60,
    ],
    [
      'the condition number is {}, {} and {} at means of 0, 2 and 10',
      [0, 2, 10].map((m) => ratio(curvatures(m))),
    ],
    [
      'the condition number is $902^2 = 813{,}604$, and $2.3$ times that is {} million steps',
      [stepsTo1Percent((30 ** 2 + 2) ** 2) / 1e6],
    ],
    [
      'it is about {} (without the approximation, {}), and some {} steps do',
      [(2.7 ** 2 + 2) ** 2, ratio(curvatures(2.7)), stepsTo1Percent(ratio(curvatures(2.7)))],
      6,
    ],
  ],
  forwards: [
    [
      'Their mean is {}. The deviations are {}, {}, {} and {}, their mean square is $36/4 = {}$, and the standard deviation is {}. So the four numbers become {}, {}, {} and {}.',
      [6, -5, 1, 1, 3, variance(four), sqrt(variance(four)), ...hats],
    ],
    ['our four numbers end as {}, {}, {} and {}.', outputs],
    ['the result is the same, {}, {}, {} and {}, and the meaning', hats],
    ['A layer of 32 units has {} learned numbers', [2 * 32]],
    [
      'it should be $9 \\cdot \\tfrac43 = {}$. For a batch of 64 the factor is {}. For a batch of two it is {}.',
      [12, 64 / 63, 2],
    ],
    [
      '(a) The mean is {} and the variance $36/4 = {}$: {}, {}, {} and {}. (b) {}, {}, {} and {}.',
      [5, 9, ...exercise, ...mirrored],
    ],
  ],
  backwards: [
    ['a step at a rate of 0.1 raises it by {}.', [0.1 * 2]],
    ['After a hundred steps it is {}, and nothing', [100 * 0.1 * 2]],
    ['&= ({},\\, {},\\, {},\\, {})', dx],
    ['\\tfrac{1}{54}\\,(1,\\, -2,\\, {},\\, {})', dx.slice(2).map((each) => 54 * each)],
  ],
  'signals of sigmoids': [
    ['A sigmoid makes of that a spread of {}, and', [sigmoidSpread]],
    ["multiplied by the sigmoid's slope, {} in root mean square", [sigmoidSlope]],
    ['it is divided by $\\sigma$, which is {} as well', [sigmoidSpread]],
    ['is $0.212/0.208 = {}$ with it', [sigmoidSlope / sigmoidSpread]],
  ],
  'running averages': [
    [
      'is at {} after one step, at {} after ten and at {} after fifty. With $\\alpha = 0.99$ it is at {} after fifty.',
      [running(0.9, 1), running(0.9, 10), running(0.9, 50), running(0.99, 50)],
    ],
    [
      'from $t = {}$ on, $0.99^t \\le 0.01$ from $t = {}$ on',
      [Math.ceil(log(0.01) / log(0.9)), Math.ceil(log(0.01) / log(0.99))],
    ],
    ['is at $1 - 0.99^{200} = {}\\%$ of where it should be', [100 * (1 - 0.99 ** 200)]],
    ['the variance still holds {} of its starting value', [0.99 ** 200]],
  ],
  'two images': [['At $s = 1$ this is {}. At $s = 0.02$ it is {}.', [slopeOfTwo(1), slopeOfTwo(0.02)]]],
  sets: [
    ['that is a mean over {} numbers', [64 * 12 * 12]],
    [
      'The block has $4 \\cdot 6 \\cdot 2 \\cdot 2 = {}$ numbers. Batch norm makes {} sets of {} of them, layer norm {} sets of {}, instance norm {} sets of {}.',
      [96, 6, 4 * 2 * 2, 4, 6 * 2 * 2, 4 * 6, 2 * 2],
    ],
    ['with two groups it makes {} sets of {},', [4 * 2, 3 * 2 * 2]],
    [
      'that is $\\sqrt{45} = {}$, and the result is {}, {}, {} and {}.',
      [rms, ...four.map((value) => value / rms)],
    ],
    [
      'Batch norm {}, over {}. Layer norm {}, over {}. Instance norm {}, over {}. Group norm {}, over {}.',
      [16, 800, 8, 1600, 128, 100, 32, 400],
    ],
  ],
  weights: [
    ['the weights are $({}, {})$. No statistics', direction.map((value) => 2 * value)],
    ['Then $g$ gets {}, and $v$ gets $({}, {})$.', [ofGain, ...ofDirection]],
    ['the new length is $\\sqrt{25 + 400} = {}$', [hypot(5, 2 * 10)]],
    ['has fallen to $25/{}$ of what it was', [hypot(5, 2 * 10) ** 2]],
    [
      '$1 + 1 = {}$, then $2 + \\tfrac12 = {}$, then $2.5 + 1/2.5 = {}$',
      [longer(1), longer(longer(1)), longer(longer(longer(1)))],
    ],
    ['(b) {}, and $0.5/100 = {}$ instead of {}:', [2 / 10, 0.5 / 100, 0.5 / 1]],
    ['$\\lVert w \\rVert^4 = {}$ and $\\lVert w \\rVert = {}$', [1 / 0.02, (1 / 0.02) ** 0.25]],
  ],
})
