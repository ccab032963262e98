/** Every worked number of Dropout, computed again, and what is computed from measured ones. */
import { readFileSync } from 'node:fs'
import type { Recording } from '../../../src/lab/recording.ts'
import {
  allOn,
  answers,
  chances,
  examples,
  mean,
  network,
  pass,
} from '../../../src/explorers/dropout-masks/thinned.ts'
import { trainingSteps } from '../../../src/widgets/many-passes/config.ts'
import { normalMean, sum } from '../numeric.ts'
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
  ].map((mask) => mask.reduce((total, r, j) => total + (r / p) * w[j]! * x[j]!, 0))
const probabilities = (p: number) => [p * p, p * (1 - p), (1 - p) * p, (1 - p) ** 2]
const errors = (p: number) => predictions(p).map((prediction) => (4 - prediction) ** 2)
const expected = (p: number) => errors(p).reduce((total, error, i) => total + error * probabilities(p)[i]!, 0)

/** A ReLU of normal sums. */
const reluMean = normalMean((z) => Math.max(0, z))
const reluSquare = normalMean((z) => Math.max(0, z) ** 2)
const inUse = reluSquare - reluMean ** 2
const inTraining = reluSquare / 0.5 - reluMean ** 2

/** What was recorded of a metric: at each measurement, one number for each seed. */
const recorded = (widget: string, variant: string, metric: string): readonly (readonly number[])[] => {
  const { variants } = JSON.parse(
    readFileSync(`content/recordings/${widget}/published.json`, 'utf8'),
  ) as Recording
  const rows = variants[variant]?.metrics[metric]
  if (!rows) throw new Error(`The recording of ${widget} has no ${metric} of ${variant}.`)
  return rows
}
const meanOf = (values: readonly number[]) => sum(values) / values.length
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!

/** Test losses with random labels: without dropout at each seed's best moment and at the end, and with dropout. */
const plain = recorded('noisy-labels', 'none', 'testLoss')
const best = meanOf(plain[0]!.map((_, seed) => Math.min(...plain.map((losses) => losses[seed]!))))
const plainEnd = meanOf(plain.at(-1)!)
const dropoutEnd = meanOf(recorded('noisy-labels', 'dropout', 'testLoss').at(-1)!)

/** The least number of passes at a rate of 0.5 whose average is within two points of all units at once. */
const whole = median(recorded('many-passes', 'rate50', 'wholeError').at(-1)!)
const averaged = recorded('many-passes', 'rate50', 'passesError').slice(trainingSteps(400)).map(median)
const enough = averaged.findIndex((error, passes) => passes > 0 && error <= whole + 0.02)

checkArithmetic('dropout', {
  'from recordings': [
    ['is still {} above the end of the network with dropout.', [best - dropoutEnd]],
    ['it lowered the test cross-entropy by {} here', [1 - dropoutEnd / plainEnd]],
    ['For the median of the seeds {} passes are enough to come within two points.', [enough]],
  ],
  'the mask': [
    ['in $2^{10} = {}$ ways. The three', [2 ** 10]],
    ['answer of the whole network with halved weights: ${}$ for example A.', [average(one, 0)]],
    ['The mean of all is ${}$, and the scaled network says ${}$.', [average(two, 1), scaled(two, 1)]],
    [
      'have four inputs of 1 and four weights of 0.5. In training at a rate of 0.5 two of them are there on average, and the sum is {} on average. With all four on it is {}.',
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
      [4, 0, 0, 2, 1, 0, 1, 1].map((h) => h / 0.8),
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
