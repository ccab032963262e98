/**
 * Trains the networks of all seeds on sets of their own: the loop that every supervised figure shares. It knows how
 * to go on from a checkpoint, and makes several updates at once where it is asked to.
 */
import type { Checkpoint, Frame, Frames } from '../lab/experiment.ts'
import { firstRows, pickRows, versionOrder } from './datasets/batches.ts'
import type { Dataset } from './datasets/dataset.ts'
import { inspect } from './inspect.ts'
import { dropoutMasks, type Dropout } from './layers/dropout.ts'
import { isMlp } from './layers/mlp.ts'
import type { Network } from './layers/network.ts'
import { sigmoidCrossEntropy, softmaxCrossEntropy } from './losses.ts'
import type { Optimizer } from './optimizers/optimizer.ts'
import { penaltyOf, type Penalty } from './penalties.ts'
import type { Pruning } from './pruning/kernelMasks.ts'
import type { Random } from './random.ts'
import { denseStackTrainer } from './simd/denseStack.ts'
import { batchTensors, read } from './tensors.ts'
import * as tf from './tf.ts'

/** Rows of each set that a network is looked at with: enough to tell a dead unit from a rare one. */
const rowsInspected = 200

const losses = { sigmoidCrossEntropy, softmaxCrossEntropy }
export type LossName = keyof typeof losses

export interface TrainerOptions {
  model: Network
  /** Both are the caller's until the trainer exists, and are freed with it. */
  optimizer: Optimizer
  loss: LossName
  /** The training set of each seed. */
  sets: readonly Dataset[]
  /** The order of each seed's batches. */
  orders: readonly Random[]
  batchSize: number
  /**
   * The sets hold so many versions of each row, one after another, and an update takes one of them by chance; an epoch
   * takes each row once. 1 by default.
   */
  versions?: number | undefined
  /**
   * Disturbs what enters the activations: for the update that follows `step` others, one tensor for each layer, as
   * `Mlp.apply` takes them. They are freed here. The same step must give the same numbers, or no run can be replayed.
   */
  offsets?: ((step: number) => readonly tf.Tensor[]) | undefined
  /** Leaves out units of all hidden layers of an mlp, others in each update. */
  dropout?: Dropout | undefined
  /** Is added to the loss of an mlp. */
  penalty?: Penalty | undefined
  /**
   * Cuts weights: kernels are multiplied by masks after each update, so what is cut is 0 in every forward pass, and what
   * is kept gets the gradient of the masked network. What the optimizer remembers of a weight that is cut goes on by its
   * rule, and moves nothing.
   */
  pruning?: Pruning | undefined
  /** Brings what the reader asks about to the numbers that the first seed's network learns from. */
  prepare?: (x: Float32Array) => Float32Array
  /** What `save` gave for a network of the same shape, optimizer and seeds. */
  from?: Checkpoint | undefined
}

export interface Trainer {
  /** Number of updates so far. */
  readonly step: number
  /** Makes `count` updates. */
  advance(count: number): void
  /** Copies of all parameters, of what the optimizer remembers and of the running statistics. */
  save(): Checkpoint
  /**
   * The frames of a run, until `steps` updates are made; then, or when it is stopped, everything is freed.
   * @param frame of the moment after `step` updates.
   * @param adjust called before updates, to bring live fields to the optimizer.
   */
  frames<M extends string, View>(
    steps: number,
    frame: (step: number) => Frame<M, View>,
    adjust?: (optimizer: Optimizer) => void,
  ): Frames<M, View>
  dispose(): void
}

/**
 * Throws when `from` is not a checkpoint of this network and optimizer, and where a network is to have what only an mlp
 * can; frees the model and the optimizer then.
 */
export function createTrainer(options: TrainerOptions): Trainer {
  const { model, optimizer, loss, sets, orders, batchSize, offsets, dropout, penalty, pruning } = options
  const { from, versions = 1, prepare = (x: Float32Array) => x } = options
  const order = versionOrder(sets[0]!.count / versions, versions, orders, batchSize)
  const perceptron = isMlp(model) ? model : null
  const hidden = perceptron?.layers.slice(0, -1).map(({ units }) => units) ?? []
  const masks = dropout && dropoutMasks({ ...dropout, hidden, rows: batchSize })
  let step = 0
  /** Whether weights are cut: then masks are applied after every update. */
  let cutting = false

  const state = () => [
    ...model.params,
    ...optimizer.state(model.params),
    ...model.statistics,
    ...(pruning?.masks.variables ?? []),
  ]
  const all = batchTensors(firstRows(sets))
  /** Where there are kernels for whole networks. */
  const stack =
    offsets || !perceptron
      ? null
      : denseStackTrainer(perceptron, optimizer, loss, all.x, all.y, { dropout, penalty })
  if (!stack) tf.dispose([all.x, all.y])

  function dispose() {
    model.dispose()
    optimizer.dispose()
    pruning?.masks.dispose()
    stack?.dispose()
    tf.dispose([all.x, all.y])
  }
  function update(picks: Int32Array) {
    const batch = batchTensors(pickRows(sets, picks))
    const moved = offsets?.(step)
    const dropped = masks?.(step)
    const mode = { offsets: moved, masks: dropped, training: true, remember: true, step }
    const value = optimizer.minimize(() => {
      const error = losses[loss](batch.y, model.apply(batch.x, mode))
      return penalty && perceptron ? tf.add(error, penaltyOf(perceptron, penalty)) : error
    }, model.params)
    tf.dispose([batch.x, batch.y, value, ...(moved ?? []), ...(dropped ?? [])])
    step++
  }

  function updates(count: number) {
    const picks = order.next(count)
    const size = picks.length / count
    if (stack?.train(picks, count)) step += count
    else for (let start = 0; start < picks.length; start += size) update(picks.subarray(start, start + size))
  }

  const trainer: Trainer = {
    get step() {
      return step
    },
    advance(count) {
      for (const end = step + count; step < end;) {
        updates(cutting ? 1 : Math.min(end, pruning?.at.find((at) => at > step) ?? end) - step)
        if (pruning?.at.includes(step)) {
          pruning.cut(step)
          cutting = true
        } else if (cutting) pruning?.masks.apply()
      }
    },
    save: () => ({ step, tensors: read(state) }),
    async *frames(steps, frame, adjust) {
      const seen = batchTensors(firstRows(sets, Math.min(sets[0]!.count, rowsInspected)))
      const moment = () => ({
        ...frame(step),
        save: async () => trainer.save(),
        ...(perceptron && {
          inspect: async () => inspect({ step, model: perceptron, ...seen, loss, optimizer }),
        }),
        predict: async (x: Float32Array, rows: number) =>
          probabilities(loss, (inputs) => model.apply(inputs, { replica: 0 }), prepare(x), rows),
      })
      try {
        let asked = yield moment()
        while (trainer.step < steps) {
          adjust?.(optimizer)
          trainer.advance(Math.min(Math.max(1, asked ?? 1), steps - trainer.step))
          asked = yield moment()
        }
      } finally {
        dispose()
        tf.dispose([seen.x, seen.y])
      }
    },
    dispose,
  }
  try {
    if (!perceptron && (dropout || penalty))
      throw new Error(`trainer: expected an mlp for dropout and penalties, got a ${model.kind}`)
    if (from) {
      restore(state(), from)
      optimizer.step = step = from.step
      order.skip(step)
    }
    cutting = pruning?.masks.read().some((mask) => mask.includes(0)) ?? false
  } catch (error) {
    dispose()
    throw error
  }
  return trainer
}

/** Of two classes, too, one number for each class. */
function probabilities(
  loss: LossName,
  logits: (x: tf.Tensor) => tf.Tensor,
  x: Float32Array,
  rows: number,
): Float32Array {
  const [found] = read(() => {
    const z = logits(tf.tensor3d(x, [1, rows, x.length / rows]))
    if (loss === 'softmaxCrossEntropy') return [tf.softmax(z)]
    return [tf.concat([tf.sigmoid(tf.neg(z)), tf.sigmoid(z)], -1)]
  })
  return found!
}

const sizes = (list: readonly number[]) => list.join(', ')

function restore(variables: readonly tf.Variable[], { tensors }: Checkpoint): void {
  const expected = sizes(variables.map(({ size }) => size))
  const found = sizes(tensors.map(({ length }) => length))
  if (found !== expected)
    throw new Error(
      `checkpoint: expected tensors of ${expected} numbers, found ${found || 'none'}; start again from step 0`,
    )
  variables.forEach((variable, i) => {
    const tensor = tf.tensor(tensors[i]!, variable.shape)
    variable.assign(tensor)
    tensor.dispose()
  })
}
