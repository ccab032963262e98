/** What slides say in large type, against the recordings that they play. A key line without a claim fails. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Recording } from '../../src/lab/recording.ts'
import { notAClaim, notePlace } from './evidence.ts'
import { keyLines } from './keyLines.ts'

const slides = keyLines()

const recording = (widget: string) =>
  JSON.parse(readFileSync(`content/recordings/${widget}/published.json`, 'utf8')) as Recording

/** One row of values for each measurement, one value for each seed. */
const rows = (widget: string, variant: string, metric: string): readonly (readonly number[])[] => {
  const values = recording(widget).variants[variant]?.metrics[metric]
  if (!values) throw new Error(`The recording of ${widget} has no ${metric} of ${variant}.`)
  return values
}
const last = (widget: string, variant: string, metric: string) => rows(widget, variant, metric).at(-1)!
const first = (widget: string, variant: string, metric: string) => rows(widget, variant, metric)[0]!
/** The step at which each seed was first below `limit`; Infinity where it never was. */
const firstBelow = (widget: string, variant: string, metric: string, limit: number) => {
  const { steps } = recording(widget).variants[variant]!
  const all = rows(widget, variant, metric)
  return all[0]!.map((_, seed) => steps[all.findIndex((values) => values[seed]! < limit)] ?? Infinity)
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
const every = (values: readonly number[], holds: (value: number) => boolean) =>
  values.length === 5 && values.every(holds)
/** Seed by seed. */
const ratio = (a: readonly number[], b: readonly number[]) => a.map((value, seed) => value / b[seed]!)
const missing = (values: readonly unknown[]) => values.every((value) => value === null || value === 'NaN')

const claims: Readonly<Record<string, () => boolean>> = {
  'Unscaled, it answers alike, and far too surely.': () => {
    const of = (metric: string) => last('forgot-to-scale', 'unscaled', metric)
    const right = last('forgot-to-scale', 'scaled', 'testAccuracy')
    return (
      every(
        of('testAccuracy').map((share, seed) => Math.abs(share - right[seed]!)),
        (gap) => gap < 0.02,
      ) &&
      every(
        of('confidence').map((sure, seed) => sure - of('testAccuracy')[seed]!),
        (gap) => gap > 0.15,
      )
    )
  },
  'Dropout fits wrong labels less, and reads better.': () => {
    const quotient = (metric: string) =>
      ratio(last('noisy-labels', 'dropout', metric), last('noisy-labels', 'none', metric))
    return (
      every(quotient('loss'), (times) => times > 10) &&
      every(quotient('testLoss'), (times) => times < 0.9) &&
      every(quotient('testError'), (times) => times < 0.95)
    )
  },
  'Rates from 0 to 0.7 err alike. 0.9 underfits.': () => {
    const errors = ['r0', 'r2', 'r5', 'r7'].map((rate) => median(last('how-much-to-drop', rate, 'testError')))
    return (
      Math.max(...errors) - Math.min(...errors) < 0.03 &&
      every(last('how-much-to-drop', 'r9', 'trainError'), (share) => share > 0.4)
    )
  },
  'Random filters read eight digits in ten.': () => {
    const right = 1 - mean(last('filters-and-maps', 'random', 'testError'))
    return right > 0.75 && right < 0.87
  },
  'Max pooling errs less. Strides do not.': () => {
    const error = (variant: string) => last('pooled-or-not', variant, 'testError')
    return (
      every(ratio(error('max'), error('none')), (times) => times < 1) &&
      mean(ratio(error('max'), error('none'))) < 0.9 &&
      mean(error('strided')) > mean(error('none'))
    )
  },
  'A pixel costs max as much as average.': () => {
    const cost = (variant: string) =>
      mean(last('drag-the-digit', variant, 'error1')) - mean(last('drag-the-digit', variant, 'error0'))
    return cost('max') > 0.1 && Math.abs(cost('max') - cost('average')) < 0.03
  },
  'Half can go, if it is the smaller half.': () => {
    const at = (variant: string) => {
      const { steps } = recording('cut-until-it-breaks').variants[variant]!
      return rows('cut-until-it-breaks', variant, 'testAccuracy')[steps.indexOf(45)]!
    }
    return (
      every(at('magnitude'), (share) => share > 0.8) && every(at('smallestKept'), (share) => share < 0.25)
    )
  },
  'Trained on, all cuts of 80% heal.': () =>
    ['magnitude', 'saliency', 'random'].every((variant) =>
      every(
        last('heal', variant, 'testAccuracy').map(
          (share, seed) => last('heal', 'whole', 'testAccuracy')[seed]! - share,
        ),
        (gap) => gap < 0.05,
      ),
    ),
  'Same connections, other start: the ticket no longer wins.': () => {
    const error = (variant: string) => last('winning-ticket', variant, 'testError')
    const whole = rows('winning-ticket', 'rewound', 'testError')[1]!
    const behind = error('anew').map((share, seed) => share - error('rewound')[seed]!)
    return (
      Math.abs(mean(error('rewound')) - mean(whole)) < 0.02 &&
      every(behind, (points) => points > 0) &&
      mean(behind) > 0.015
    )
  },
  'Without a bend, every border stays a straight line.': () =>
    every(last('one-bend', 'linear', 'accuracy'), (share) => share < 0.6) &&
    every(last('one-bend', 'tanh', 'accuracy'), (share) => share > 0.98) &&
    every(last('one-bend', 'relu', 'accuracy'), (share) => share > 0.98),
  'Sigmoid gradients vanish. ReLU with He weights keeps them.': () => {
    const kept = (variant: string) =>
      ratio(last('gradient-thermometer', variant, 'delta'), first('gradient-thermometer', variant, 'delta'))
    return (
      every(kept('sigmoid'), (share) => share < 1e-3) &&
      every(kept('relu'), (share) => share > 0.1 && share < 10)
    )
  },
  'Deep, narrow ReLU networks are often born dead.': () =>
    every(last('born-dead', 'width2', 'deadShare'), (share) => share > 0.8) &&
    every(last('born-dead', 'width4', 'deadShare'), (share) => share > 0.2) &&
    every(last('born-dead', 'width16', 'deadShare'), (share) => share === 0),
  'From these weights, six layers of sigmoid learn nothing.': () =>
    every(last('activation-race', 'sigmoid', 'testAccuracy'), (share) => share <= 0.12) &&
    every(last('activation-race', 'relu', 'testAccuracy'), (share) => share > 0.8),
  'A leak does not cure a learning rate of 2.': () =>
    missing(last('kill-a-relu', 'leakyHigh', 'loss')) &&
    every(last('kill-a-relu', 'reluLow', 'testAccuracy'), (share) => share > 0.9),
  'A first loss of ln 10 promises nothing.': () =>
    every(first('initial-loss', 'small', 'loss'), (loss) => Math.abs(loss - Math.log(10)) < 0.01) &&
    every(last('initial-loss', 'small', 'testAccuracy'), (share) => share < 0.15),
  'Equal units stay equal. A little noise frees them.': () =>
    every(last('clones', 'constant', 'differentUnits'), (units) => units === 1) &&
    every(last('clones', 'noisy', 'differentUnits'), (units) => units === 32),
  '±1/√n leaves less than 1% after ten layers.': () =>
    every(
      ratio(
        last('activation-microscope', 'uniform', 'spread'),
        first('activation-microscope', 'uniform', 'spread'),
      ),
      (share) => share < 0.01,
    ),
  'Here, too small waits and too large dies.': () =>
    median(firstBelow('three-sizes', 'small', 'loss', 0.1)) >
      3 * median(firstBelow('three-sizes', 'he', 'loss', 0.1)) &&
    every(last('three-sizes', 'large', 'deadLayers'), (layers) => layers > 0),
  'A factor of 1.4 decides, thirty layers deep.': () =>
    every(last('thirty-layers', 'he', 'loss'), (loss) => loss < 1.5) &&
    every(last('thirty-layers', 'xavier', 'loss'), (loss) => loss > 2.302),
  'Under a flat loss, the gradient grows.': () => {
    const { steps } = recording('plateau').variants['small']!
    const flat = median(firstBelow('plateau', 'small', 'loss', 0.99 * Math.log(10)))
    const before = steps.findLastIndex((step) => step < flat)
    const gradient = rows('plateau', 'small', 'gradient').map(mean)
    return flat > 50 && gradient[before]! > 10 * gradient[0]!
  },
  'Here, subtracting the mean saves the most steps.': () => {
    const to = (variant: string) => median(firstBelow('conditioning-race', variant, 'excessLoss', 0.01))
    return (
      to('raw') - to('centred') > to('centred') - to('standardised') &&
      to('centred') - to('standardised') > to('standardised') - to('whitened')
    )
  },
  'Batch norm trains six sigmoid layers that stood still.': () =>
    every(last('batch-norm-rescue', 'batch', 'testAccuracy'), (share) => share > 0.8) &&
    every(last('batch-norm-rescue', 'none', 'testAccuracy'), (share) => share <= 0.12),
  'Batch norm buys a wide range of learning rates.': () =>
    [0.02, 0.06, 0.2, 0.6, 2].every((rate) =>
      every(last('turn-up-the-learning-rate', 'batch', `testAccuracy${rate}`), (share) => share > 0.75),
    ) && every(last('turn-up-the-learning-rate', 'none', 'testAccuracy2'), (share) => share < 0.15),
  'In batches of two, batch norm falls far behind.': () =>
    every(last('batch-of-two', 'batch', 'testAccuracy'), (share) => share < 0.4) &&
    every(last('batch-of-two', 'none', 'testAccuracy'), (share) => share > 0.75) &&
    every(last('batch-of-two', 'layer', 'testAccuracy'), (share) => share > 0.75),
  'Put the shift back, and batch norm still learns.': () =>
    every(last('covariate-shift', 'batchShifted', 'testAccuracy'), (share) => share > 0.85) &&
    every(
      ratio(last('covariate-shift', 'batchShifted', 'shift'), last('covariate-shift', 'batch', 'shift')),
      (times) => times > 10,
    ),
  'A penalty of a thousandth tames degree twelve.': () => {
    const [none, weak] = ['none', 'weak'].map((variant) => last('degree-twelve', variant, 'testError'))
    return median(none!) > 1000 && median(weak!) < 0.15 && weak!.every((error) => error < 1)
  },
  'L1 makes zeros only if the step stops there.': () =>
    every(last('hammer', 'l1SoftThreshold', 'exactZeros'), (share) => share > 0.35) &&
    ['l2', 'l1Subgradient'].every((variant) =>
      every(last('hammer', variant, 'exactZeros'), (share) => share === 0),
    ),
  'Under Adam, L2 arrives and weight decay ends elsewhere.': () =>
    every(last('decay-under-adam', 'adamL2', 'distance'), (share) => share < 0.1) &&
    every(last('decay-under-adam', 'adamW', 'distance'), (share) => share > 0.25),
  'Digits that move help more than a penalty.': () =>
    every(
      ratio(last('shift-the-digits', 'shifted', 'testError'), last('shift-the-digits', 'l2', 'testError')),
      (share) => share < 0.9,
    ),
  'Past the peak, the test error falls again.': () => {
    const medians = rows('second-descent', 'none', 'testError').map(median)
    const peak = medians.indexOf(Math.max(...medians))
    return (
      recording('second-descent').variants['none']!.epochs[peak] === 40 &&
      medians.at(-1)! < Math.min(...medians.slice(0, peak))
    )
  },
}

it.each(slides.map(({ key, ...place }) => [key, place] as const))('“%s”', (key, place) => {
  notePlace(place)
  const holds = claims[key]
  if (!holds)
    throw new Error(`No claim says that “${key}” is so. Add it here, from what the recording shows.`)
  expect(holds()).toBe(true)
})

it('no claim outlives its slide', notAClaim, () => {
  expect(Object.keys(claims).filter((key) => !slides.some((slide) => slide.key === key))).toEqual([])
})
