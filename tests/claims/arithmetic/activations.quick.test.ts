/** Every worked number of Activations, computed again. */
import { scalarActivations, type ActivationName } from '../../../src/nn/activations/scalar.ts'
import { crossing, density, highest, lowest, normalMean, softmax, sum } from '../numeric.ts'
import { checkArithmetic } from './rows.ts'

const value = (name: ActivationName, z: number) => scalarActivations[name].value(z)
const slope = (name: ActivationName, z: number) => scalarActivations[name].slope(z)
const meanOf = (name: ActivationName) => normalMean((z) => value(name, z))
/** Least and greatest slope, and least value. */
const extremes = (name: ActivationName): number[] => {
  const f = (z: number) => slope(name, z)
  return [
    f(lowest(f)),
    f(highest(f)),
    value(
      name,
      lowest((z) => value(name, z)),
    ),
  ]
}
/** The probability that one input is lost by this depth, of the chapter's (alive). */
const lost = (width: number, depth: number) => 1 - (1 - 2 ** -width) ** depth

const gelu = (z: number) => value('gelu', z)
const silu = (z: number) => value('silu', z)
const weighted = 0.5 * 2 - 1.5 * 1 + 0.2
const saturatedSd = Math.sqrt(100 * 0.92)
const saturatedSlope = density(0, saturatedSd) * (4 / 3)

checkArithmetic('activations', {
  'one unit': [
    ['$0.5 \\cdot 2 - 1.5 \\cdot 1 + 0.2 = {}$', [weighted]],
    [
      'from −1 to 1, and hands on {}. The <Term>sigmoid</Term> squeezes it into the range from 0 to 1, and hands on {}.',
      [value('tanh', weighted), value('sigmoid', weighted)],
    ],
    [
      '<Term>ReLU</Term> lets a positive number pass and turns any other into 0, so it hands on {}.',
      [value('relu', weighted)],
    ],
  ],
  'slopes at the ends': [
    ['At $z = 0$ the slope is {}', [slope('sigmoid', 0)]],
    ['At $z = 5$ it is {}.', [slope('sigmoid', 5)]],
    ['At $z = 10$ it is {}.', [slope('sigmoid', 10)]],
    ['one part in {} of what it receives', [1 / slope('sigmoid', 10)], 500],
    ['At $z = 3$ the slope is already down to {}.', [slope('tanh', 3)]],
    ['where the slope is above {}. The mean squared', [slope('tanh', 1.8)], 0.01],
    ['so $z = \\ln \\frac{0.98990}{0.01010} = {}$', [crossing((z) => slope('sigmoid', z), 0.01, 0, 20)]],
    ['= \\tfrac12 \\ln \\frac{1.99499}{0.00501} = {}$', [crossing((z) => slope('tanh', z), 0.01, 0, 20)]],
    [
      '(1 + \\sqrt{1 - 0.04}) = {}$',
      [
        value(
          'sigmoid',
          crossing((z) => slope('sigmoid', z), 0.01, 0, 20),
        ),
      ],
    ],
    [
      '$t = \\sqrt{0.99} = {}$',
      [
        value(
          'tanh',
          crossing((z) => slope('tanh', z), 0.01, 0, 20),
        ),
      ],
    ],
  ],
  'gradients of a unit': [
    ['weights get the gradients ${}$ and ${}$', [0.2 * -0.4, 0.9 * -0.4]],
    ['its gradients are {} and {}.', [0.8 * 0.3, 0.1 * 0.3]],
    ['over both examples is {} and {}, one up', [(0.2 * -0.4 + 0.8 * 0.3) / 2, (0.9 * -0.4 + 0.1 * 0.3) / 2]],
    ['multiplications and it adds {}.', [20 / 1000]],
    ['so $z = {}$ and the unit is on', [0.5 - 0.3 + 0.1]],
    [
      'each of the three falls by {}: weights {} and {}, bias {}.',
      [0.1 * 1.5, 0.5 - 0.15, -0.3 - 0.15, 0.1 - 0.15],
    ],
    ['still on for (1, 0), where $z = {}$', [0.5 - 0.15 + (0.1 - 0.15)]],
    ['each falls by {}: weights {} and {}, bias {}.', [2 * 1.5, 0.5 - 3, -0.3 - 3, 0.1 - 3]],
    ['never negative, and then $z$ is at most {}, always', [0.1 - 3]],
    ['At $z = -2$ it is {}.', [Math.min(0, -2)]],
  ],
  'signals through layers': [
    ['Layer 1 has an input of size {} and', [1]],
    ['$0.25^9 = {}$', [0.25 ** 9]],
    ['$0.25^6$ is {}', [0.25 ** 6]],
    [
      '$g = \\sqrt{1 \\cdot \\tfrac12} = {}$; nine steps leave {} of the signal',
      [Math.SQRT1_2, Math.SQRT1_2 ** 9],
    ],
    ['$g = \\sqrt{100 \\cdot 0.055} \\approx {}$, and $2.35^9 \\approx {}$', [Math.sqrt(5.5), 2.35 ** 9], 50],
    ['so its standard deviation is {}.', [saturatedSd]],
    ['\\cdot 9.6) = {}$', [density(0, saturatedSd)]],
    ['$0.042 \\cdot \\tfrac43 = {}$', [saturatedSlope]],
    ['$g = \\sqrt{100 \\cdot 1 \\cdot 0.055} = {}$', [Math.sqrt(100 * saturatedSlope)], 0.02],
  ],
  'born dead': [
    [
      '$0.75^{10} = {}$: an input is lost {} of the time. For $W = 8$ it is {}.',
      [0.75 ** 10, lost(2, 10), 1 - lost(8, 10)],
    ],
    ['| 2 | {} |', [lost(2, 10)]],
    ['| 3 | {} |', [lost(3, 10)]],
    ['| 4 | {} |', [lost(4, 10)]],
    ['| 8 | {} |', [lost(8, 10)]],
    ['| 16 | {} |', [lost(16, 10)]],
    ['The twentieth root of 0.99 is {}.', [0.99 ** (1 / 20)]],
    [
      '1 - 0.99^{1/20} = {}$, so $W \\ge \\log_2 {} = {}$',
      [1 - 0.99 ** 0.05, 1 / (1 - 0.99 ** 0.05), Math.log2(1 / (1 - 0.99 ** 0.05))],
    ],
    ['$1 - (255/256)^{20} = {}\\%$', [100 * lost(8, 20)]],
  ],
  'means for z from N(0, 1)': [
    ['$1/\\sqrt{2\\pi} = {}$. ReLU came', [meanOf('relu')]],
    ["its mean is 99% of ReLU's: {} for {} at $s = 1$", [meanOf('leakyRelu'), meanOf('relu')]],
    ['the mean is {}, against {} for ReLU', [meanOf('elu'), meanOf('relu')]],
    ['| sigmoid | $1/(1 + e^{-z})$ | at most {} | 0 to 1 | {} |', [slope('sigmoid', 0), meanOf('sigmoid')]],
    ['| tanh | $2\\sigma(2z) - 1$ | at most {} | −1 to 1 | {} |', [slope('tanh', 0), meanOf('tanh')]],
    ['| ReLU | $\\max(0, z)$ | 0 or 1 | from 0 | {} |', [meanOf('relu')]],
    ['| Leaky ReLU | $\\max(0.01 z, z)$ | 0.01 or 1 | all numbers | {} |', [meanOf('leakyRelu')]],
    ['| ELU | $z$ or $e^z - 1$ | above 0, at most 1 | above −1 | {} |', [meanOf('elu')]],
    ['| GELU | $z\\,\\Phi(z)$ | {} to {} | from {} | {} |', [...extremes('gelu'), meanOf('gelu')]],
    ['| SiLU | $z\\,\\sigma(z)$ | {} to {} | from {} | {} |', [...extremes('silu'), meanOf('silu')]],
    ['contributes $m = 1/\\sqrt{2\\pi} = {}$', [meanOf('relu')]],
    [
      '$1 - \\alpha = 0.16/0.399 = {}$, so $\\alpha = {}$',
      [meanOf('elu') / meanOf('relu'), 1 - meanOf('elu') / meanOf('relu')],
    ],
  ],
  'GELU and SiLU': [
    ['GELU has its lowest value, {}, at $z = {}$', [gelu(lowest(gelu)), lowest(gelu)]],
    ['SiLU has {} at $z = {}$', [silu(lowest(silu)), lowest(silu)]],
  ],
  outputs: [
    ['The numbers 2, 1 and 0 become {}, {} and {}.', softmax([2, 1, 0])],
    ['the gradient is {}, {} and {}: push', softmax([2, 1, 0]).map((p, i) => p - (i === 1 ? 1 : 0))],
    ['Cross-entropy gives it a gradient of {}.', [value('sigmoid', -5) - 1]],
    ['$-0.993 \\cdot {} = {}$', [slope('sigmoid', -5), (value('sigmoid', -5) - 1) * slope('sigmoid', -5)]],
    ['least at their mean, {}.', [sum([1, 2, 3, 4, 100]) / 5]],
    ['Its loss lies at {}, which is $\\ln 10$', [Math.log(10)]],
  ],
})
