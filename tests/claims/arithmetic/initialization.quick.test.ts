/** Every worked number of Initialization, computed again. */
import { checkArithmetic } from './rows.ts'

const { log, sqrt } = Math
/** Variance of Xavier weights. */
const xavier = (inputs: number, outputs: number) => 2 / (inputs + outputs)
const [up, back] = [144 * xavier(144, 32), 32 * xavier(144, 32)]
const entropy = (shares: readonly number[]) => shares.reduce((sum, p) => sum - p * log(p), 0)
const leak = 0.25
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
/** Share of N(0, 1) below z, for a small z: the density is nearly constant there. */
const below = (z: number) => 0.5 + (z - z ** 3 / 6) / sqrt(2 * Math.PI)

checkArithmetic('initialization', {
  'the first loss': [
    [
      'With $C = 10$ classes this is {}. With two classes it is $\\ln 2 = {}$, with a thousand {}.',
      [log(10), log(2), log(1000)],
    ],
    [
      'a thousand classes where there are ten ({}), and a loss that is summed over a batch of 64 where it should be averaged ({})',
      [log(1000), 64 * log(10)],
    ],
    [
      'Set the output bias to $\\ln(0.01/0.99) = {}$, and with small output weights the first loss is {} instead of {}.',
      [log(0.01 / 0.99), entropy([0.01, 0.99]), log(2)],
    ],
    ['There $s$ is about $\\sqrt{144 \\cdot 16 \\cdot 16} = {}$', [sqrt(144 * (32 / 2) * (32 / 2))]],
    ['$\\tfrac12 \\cdot 0.25 \\cdot 0.9 = {}$', [0.5 * 0.5 ** 2 * (1 - 1 / 10)]],
    ['(a) $\\ln 3 = {}$.', [log(3)]],
    ['- 0.2 \\ln 0.2 - 0.1 \\ln 0.1 = {}$', [entropy([0.7, 0.2, 0.1])]],
    ['(c) Their logarithms, {}, {} and {}, or', [log(0.7), log(0.2), log(0.1)]],
  ],
  'one layer': [
    ['have a mean square of $6/4 = {}$', [(1 + 0 + 4 + 1) / 4]],
    ['the variance $4 \\cdot 0.25 \\cdot 1.5 = {}$', [4 * 0.25 * 1.5]],
    ['would need {} instead of 2', [2 / (1 + 0.01 ** 2)]],
    [
      'a normal distribution with a standard deviation of {}. The second takes {}.',
      [sqrt(2 / 32), sqrt(xavier(32, 32))],
    ],
    [
      'The only difference is a factor of {}, and less in the first and the last layer',
      [sqrt(2 / 32) / sqrt(xavier(32, 32))],
    ],
    ['With 100 inputs that is {}, with 16 it is {}:', [1 / sqrt(100), 1 / sqrt(16)]],
    ['Dividing by 100 itself leaves {}, and ten', [1 / 100]],
    ['it is $2/176$, a standard deviation of {}.', [sqrt(xavier(144, 32))]],
    ['$144 \\cdot 2/176 = {}$', [up]],
    ['$32 \\cdot 2/176 = {}$', [back]],
    ['$1.64 \\cdot 0.36 = {}$ for the pair', [up * back], 0.006],
    [
      '$\\sigma_w^2 = 2/(1.0625 \\cdot 64) = {}$, a standard deviation of {}.',
      [2 / ((1 + leak ** 2) * 64), sqrt(2 / ((1 + leak ** 2) * 64))],
    ],
    ['gives $\\sigma_w = \\sqrt{2/32} = {}$', [sqrt(2 / 32)]],
    [
      'With a bias of 0 it starts at {} and halves all that goes through. With 1 or 2 it starts at {} or {}',
      [sigmoid(0), sigmoid(1), sigmoid(2)],
    ],
    ['and {} of these are above −0.1 instead of {}.', [below(0.1 / sqrt(2)), 0.5]],
  ],
  'many layers': [
    ['$3^{-4.5} = {}$ of the spread', [3 ** -4.5]],
    ['and $2^{-4.5} = {}$. He keeps', [2 ** -4.5]],
    ['at $3^{-5} = 1/{}$ of its size with He, that of Large at $2.7^5 = {}$ times', [3 ** 5, 2.7 ** 5]],
    ['The factor is $\\sqrt{1/2}^{\\,28} = {}$.', [0.5 ** 14]],
    ['Compare it with the factor {} of', [0.5 ** 14]],
    ['$1.0625^{30} = {}$ in all, the size by its root, {}.', [(1 + leak ** 2) ** 30, (1 + leak ** 2) ** 15]],
    [
      'they make $0.96^{28} = {}$ and $1.04^{28} = {}$ of a signal',
      [(0.24 / 0.25) ** 28, (0.26 / 0.25) ** 28],
    ],
    ['its size by $2^{-10} = {}$. With 29 it is $2^{-14} = {}$', [2 ** -10, 2 ** -14]],
    [
      '$1/0.63^2 = {}$. Nine layers later it is {}, a spread of {};',
      [0.63 ** -2, 0.63 ** -2 + 18, (0.63 ** -2 + 18) ** -0.5],
    ],
    ['After 99 layers it is {}, a spread of {}.', [0.63 ** -2 + 198, (0.63 ** -2 + 198) ** -0.5]],
    ['each gradient is $2^5 = {}$ times as large', [2 ** 5]],
    // A weight half as large has half as far to go, at a pace that is 32 times lower.
    [
      'each gradient is {} times smaller, and the weights to be moved are half as large: that should take about {} times as long',
      [2 ** 5, 2 ** 5 / 2],
    ],
  ],
})
