/** Every worked number of Dropout, computed again. */
import {
  allOn,
  answers,
  chances,
  examples,
  mean,
  network,
  pass,
} from '../../../src/explorers/dropout-masks/thinned.ts'
import { normalMean } from '../numeric.ts'
import { checkArithmetic } from './rows.ts'

const { log10, sqrt } = Math

/** Of ten units dropped at half: example A in one layer, B in two. */
const [one, two] = [network([10]), network([5, 5])]
const average = (net: typeof one, which: number) => mean(answers(net, examples[which]!), chances(0.5))
const scaled = (net: typeof one, which: number) => pass(net, examples[which]!, allOn, 0.5).answer

/** The squared error of w . x~ for y = 4, w = (1, 2), x = (3, 1), over the four masks, and what (ridge) says. */
const w = [1, 2]
const x = [3, 1]
const predictions = (p: number) =>
  [
    [1, 1],
    [1, 0],
    [0, 1],
    [0, 0],
  ].map((mask) => mask.reduce((sum, r, j) => sum + (r / p) * w[j]! * x[j]!, 0))
const probabilities = (p: number) => [p * p, p * (1 - p), (1 - p) * p, (1 - p) ** 2]
const errors = (p: number) => predictions(p).map((prediction) => (4 - prediction) ** 2)
const expected = (p: number) => errors(p).reduce((sum, error, i) => sum + error * probabilities(p)[i]!, 0)

/** A ReLU of normal sums. */
const reluMean = normalMean((z) => Math.max(0, z))
const reluSquare = normalMean((z) => Math.max(0, z) ** 2)
const inUse = reluSquare - reluMean ** 2
const inTraining = reluSquare / 0.5 - reluMean ** 2

checkArithmetic('dropout', {
  'the mask': [
    ['in $2^{10} = {}$ ways. The three', [2 ** 10]],
    ['answer of the whole network with halved weights: ${}$ for example A.', [average(one, 0)]],
    ['The mean of all is ${}$, and the scaled network says ${}$.', [average(two, 1), scaled(two, 1)]],
    [
      'have four inputs of 1 and four weights of 0.5. In training at a rate of 0.5 it mostly sees two of them, and a sum near {}. With all four on the sum is {}.',
      [2 * 0.5, 4 * 0.5],
    ],
    ['With $p = 0.5$ our four activations become {}, {}, {} and {}.', [2, 0, 1, 0].map((h) => h / 0.5)],
    ['two layers of 128 units in $2^{256}$, a number with {} digits', [Math.floor(256 * log10(2)) + 1]],
    ['A step with 50 images trains 50 of them for one moment, and 600 steps meet {} of them.', [50 * 600]],
  ],
  penalty: [
    ['Without coins the prediction is {} and the squared error {}.', [5, (4 - 5) ** 2]],
    ['the coins add $9 + 4 = {}$.', [13]],
    [
      'their predictions are {}, {}, {} and {}, the squared errors {}, {}, {} and {}, and the mean of these is {}.',
      [...predictions(0.5), ...errors(0.5), expected(0.5)],
    ],
  ],
  exercises: [
    [
      '{}, {}, {} and {}, and on the way back {}, {}, {} and {}.',
      [...[4, 0, 0, 2], ...[1, 0, 1, 1]].map((h) => h / 0.8),
    ],
    ['Kept activations are multiplied by $1/0.8 = {}$.', [1 / 0.8]],
    ['The formula says $1 + 0.25 \\cdot 13 = {}$.', [1 + (0.2 / 0.8) * 13]],
    [
      'The predictions are {}, {}, {} and {}, the squared errors {}, {}, {} and {}, and their mean',
      [...predictions(0.8), ...errors(0.8)],
    ],
    ['is $3.24 + 0.01 + 0.36 + 0.64 = {}$.', [expected(0.8)]],
    ['A ReLU of such sums has the mean {} and the mean square {}.', [reluMean, reluSquare]],
    ['In use it is $0.5 - 0.16 = {}$. In training it is $0.5/0.5 - 0.16 = {}$.', [inUse, inTraining]],
    ['what should have the standard deviation 1 has {}.', [sqrt(inUse / inTraining)]],
  ],
})
