/** What the experiments that learn digits share: images, their order, the training loop, and what is freed at its end. */
import type { Checkpoint, Frames, Metrics } from '../lab/experiment.ts'
import type { Images } from '../lab/images.ts'
import { firstRows, pickRows, type Batch } from './datasets/batches.ts'
import type { Dataset } from './datasets/dataset.ts'
import type { Digits } from './datasets/digits.ts'
import { digitsOf, standardisedBy, type DigitsNeed } from './datasets/ownDigits.ts'
import { evaluate } from './evaluate.ts'
import type { Network } from './layers/network.ts'
import { random } from './random.ts'
import { batchTensors } from './tensors.ts'
import * as tf from './tf.ts'
import { createTrainer, type TrainerOptions } from './trainer.ts'

/** What `train` is told of its variant. */
interface Context {
  seeds: readonly number[]
  from?: Checkpoint | undefined
  images?: Images | undefined
}

/** Rows of all seeds, `x` `[seeds, images, pixels]`. */
type Rows = ReturnType<typeof batchTensors>

/** What the networks are looked at with. */
export interface Looked {
  /** Training images: the first of each seed, so that every digit is there equally often. */
  seen: Rows
  /** All test images. */
  held: Rows
}

export interface LearnDigitsOptions<M extends string, View> extends Omit<
  TrainerOptions,
  'loss' | 'sets' | 'orders' | 'prepare' | 'from'
> {
  need: DigitsNeed
  /** What the network of a seed learns from, where it is not the training images as they are. */
  learns?: (digits: Digits, seed: number) => Dataset
  /** Number of training images in `seen`; all of them by default. Of several versions each is there as its first. */
  seen?: number
  /** Number of updates of a whole run. */
  steps: number
  /** What the run is counted in; epochs by default. */
  clock?: 'epoch' | 'step'
  /** Asked before updates: readers may have changed it. */
  learningRate: () => number
  measure: (looked: Looked) => Metrics<M>
  /** @param step number of updates so far. */
  view: (looked: Looked, step: number) => View
}

/** The frames of one variant. Frees the model and the optimizer when it ends, also where it cannot begin. */
export async function* learnDigits<M extends string, View>(
  { seeds, from, images }: Context,
  options: LearnDigitsOptions<M, View>,
): Frames<M, View> {
  const {
    need,
    learns = ({ train }) => train,
    seen = need.train,
    steps,
    clock,
    learningRate,
    measure,
    view,
    ...training
  } = options
  const sets = setsOf(seeds, images, options)
  const learned = sets.map((set, i) => learns(set, seeds[i]!))
  const trainer = createTrainer({
    ...training,
    loss: 'softmaxCrossEntropy',
    sets: learned,
    orders: seeds.map((seed) => random(seed).split('order')),
    prepare: (x) => standardisedBy(sets[0]!, x),
    from,
  })
  const looked: Looked = {
    seen: batchTensors(firstVersions(learned, seen, training.versions)),
    held: batchTensors(firstRows(sets.map(({ test }) => test))),
  }
  const frame = (step: number) => ({
    step,
    epoch: clock === 'step' ? step : (step * training.batchSize) / need.train,
    measure: async () => measure(looked),
    view: async () => view(looked, step),
  })
  try {
    yield* trainer.frames(steps, frame, (optimizer) => {
      optimizer.learningRate = learningRate()
    })
  } finally {
    tf.dispose(Object.values(looked).flatMap(({ x, y }: Rows) => [x, y]))
  }
}

const firstVersions = (sets: readonly Dataset[], rows: number, versions = 1): Batch =>
  pickRows(
    sets,
    Int32Array.from({ length: sets.length * rows }, (_, i) => (i % rows) * versions),
  )

/** The reader's images may be too few. */
function setsOf(
  seeds: readonly number[],
  images: Images | undefined,
  {
    need,
    model,
    optimizer,
    pruning,
  }: Pick<LearnDigitsOptions<string, unknown>, 'need' | 'model' | 'optimizer' | 'pruning'>,
) {
  try {
    return seeds.map((seed) => digitsOf(images, seed, need))
  } catch (error) {
    model.dispose()
    optimizer.dispose()
    pruning?.masks.dispose()
    throw error
  }
}

/** The two metrics of most figures: the loss on `seen`, and the share of the test images that are classified rightly. */
export const lossAndTestAccuracy = (model: Network, { seen, held }: Looked) => ({
  loss: evaluate(model, 'softmaxCrossEntropy', seen).loss,
  testAccuracy: evaluate(model, 'softmaxCrossEntropy', held).accuracy,
})
