/**
 * Multilayer perceptrons as single kernels of tfjs: many weight updates of all seeds in one call, loss and accuracy over
 * many rows in one, logits in one. The models, their parameters and the optimizer's slots stay what they are; here the
 * numbers in these tensors are changed in place. Everything gives null (or false) where it does not apply, and the
 * ordinary ops do the work.
 */
import { maskName } from '../keptUnits.ts'
import { keptScale, type Dropout } from '../layers/dropout.ts'
import type { Mlp } from '../layers/mlp.ts'
import type { Optimizer } from '../optimizers/optimizer.ts'
import type { Penalty } from '../penalties.ts'
import * as tf from '../tf.ts'
import type { Inputs } from './faster.ts'
import { heapOf, type Heap } from './heap.ts'
import { named, prepareCall, type CallDetails } from './stackCall.ts'
import { losses, optimizers, type Fields } from './stackLayout.ts'
import { stackShape, type StackShape } from './stackShape.ts'

export type StackLoss = (typeof losses)[number]
type Model = Pick<Mlp, 'layers' | 'params'>

/** The attributes of tfjs. */
interface Call extends CallDetails {
  shape: StackShape
}

/** Rows of x at a time when nothing is learned: their activations stay in the cache. */
const rowsAtOnce = 128

const current = (): Heap | null => heapOf(tf.backend())

function prepare(heap: Heap, inputs: Inputs, { shape, ...call }: Call, more: Fields): number {
  const data = Object.fromEntries(
    ['x', 'y', 'picks'].map((name) => [name, inputs[name] ? heap.address(inputs[name]) : 0]),
  )
  return prepareCall(heap, inputs, shape, { ...call, fields: { ...call.fields, ...data, ...more } })
}

const kernels: Record<string, (heap: Heap, inputs: Inputs, call: Call) => tf.TensorInfo | tf.TensorInfo[]> = {
  DenseStackTrain: (heap, inputs, call) => {
    heap.binary.denseStackTrain(prepare(heap, inputs, call, {}))
    return []
  },
  DenseStackEvaluate: (heap, inputs, call) => {
    const out = heap.makeOutput([2, call.fields['seeds']!])
    heap.binary.denseStackEvaluate(prepare(heap, inputs, call, { results: heap.address(out) }))
    return out
  },
  DenseStackApply: (heap, inputs, call) => {
    const out = heap.makeOutput([call.fields['seeds']!, call.fields['rows']!, call.shape.units])
    heap.binary.denseStackEvaluate(prepare(heap, inputs, call, { logits: heap.address(out) }))
    return out
  },
}

export const stackKernels: readonly tf.KernelConfig[] = Object.entries(kernels).map(([kernelName, run]) => ({
  kernelName,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const heap = heapOf(backend)
    if (!heap) throw new Error(`${kernelName}: expected the SIMD kernels, which are off or not there`)
    return run(heap, inputs as Inputs, attrs as unknown as Call)
  },
}))

const runKernel = (name: string, inputs: Record<string, tf.Tensor>, call: Call): unknown =>
  tf.engine().runKernel(name, inputs, call as unknown as tf.NamedAttrMap)

/** Bytes from one seed's part to the next; 0 where all seeds share one. */
const seedBytes = ({ shape, size }: tf.Tensor) => (shape[0] === 1 ? 0 : (4 * size) / shape[0])

const fits = ({ seeds, features }: StackShape, x: tf.Tensor) =>
  x.rank === 3 &&
  x.dtype === 'float32' &&
  (x.shape[0] === seeds || x.shape[0] === 1) &&
  x.shape[2] === features

/** Labels as the kernels take them: classes as whole numbers for softmax, otherwise one number per unit. */
const labelsOf = (loss: StackLoss, y: tf.Tensor) =>
  tf.cast(y, loss === 'softmaxCrossEntropy' ? 'int32' : 'float32')

export interface DenseStackTrainer {
  /**
   * Makes `steps` updates.
   * @param picks which rows of x each takes: `[steps, seeds, batch]`.
   * @returns false, having done nothing, when the kernels are off or another backend computes.
   */
  train(picks: Int32Array, steps: number): boolean
  dispose(): void
}

/** What disturbs the updates. */
interface Disturbance {
  dropout?: Dropout | undefined
  penalty?: Penalty | undefined
}

const most = 2 ** 32 - 1

/** What the kernel draws the masks of the updates `from`, ..., `from` + `steps` - 1 by: `[steps, seeds, hidden layers, 2]`. */
function maskKeys({ randoms }: Dropout, from: number, steps: number, hidden: number): Int32Array {
  const keys = new Int32Array(2 * steps * randoms.length * hidden)
  let at = 0
  for (let step = from; step < from + steps; step++)
    for (const random of randoms)
      for (let layer = 0; layer < hidden; layer++, at += 2)
        keys.set(random.key(maskName({ step, layer })), at)
  return keys
}

/**
 * @param x `[seeds, rows, features]`, or `[1, rows, features]` for all. The caller's, also afterwards.
 * @param y classes `[seeds, rows]`, or for the other losses numbers `[seeds, rows]` or `[seeds, rows, units]`.
 */
export function denseStackTrainer(
  model: Model,
  optimizer: Optimizer,
  loss: StackLoss,
  x: tf.Tensor,
  y: tf.Tensor,
  { dropout, penalty }: Disturbance = {},
): DenseStackTrainer | null {
  const shape = stackShape(model)
  const rule = optimizers.findIndex((name) => name === optimizer.name)
  if (!current() || !shape || rule < 0 || !fits(shape, x)) return null
  const { beta2 = 0, epsilon = 0, ...constants } = optimizer.attributes(1)
  const beta1 = constants['beta1'] ?? constants['mu'] ?? 0
  const labels = tf.tidy(() => labelsOf(loss, y))
  const slots = optimizer.state(model.params)
  const inputs = { x, y: labels, ...named('param', model.params), ...named('slot', slots) }
  const fields = {
    seeds: shape.seeds,
    loss: losses.indexOf(loss),
    optimizer: rule,
    rows: x.shape[1]!,
    seedX: seedBytes(x),
    seedY: seedBytes(labels),
    beta1,
    rest1: 1 - beta1,
    beta2,
    rest2: 1 - beta2,
    epsilon,
    // A share of all numbers of 32 bits. Only a rate within 2^-32 of 1 would leave out more.
    dropBelow: dropout ? Math.min(most, Math.ceil(dropout.rate * 2 ** 32)) : 0,
    keptScale: dropout ? keptScale(dropout) : 1,
    ...(penalty && { [penalty.name]: penalty.strength }),
  }
  return {
    train(picks, steps) {
      const heap = current()
      if (!heap) return false
      if (steps === 0) return true
      for (const variable of [...model.params, ...slots]) makeOwn(heap, variable)
      const rates = new Float32Array(2 * steps)
      for (let i = 0; i < steps; i++) {
        const { rate, scale = 0, lr } = optimizer.attributes(optimizer.step + i + 1)
        rates.set([rate ?? lr!, scale], 2 * i)
      }
      const rows = tf.tensor1d(picks, 'int32')
      runKernel(
        'DenseStackTrain',
        { ...inputs, picks: rows },
        {
          shape,
          batch: picks.length / steps / shape.seeds,
          slots: slots.length / model.params.length,
          rates,
          ...(dropout && { keys: maskKeys(dropout, optimizer.step, steps, shape.layers.length - 1) }),
          fields: { ...fields, steps },
        },
      )
      rows.dispose()
      optimizer.step += steps
      return true
    },
    dispose: () => labels.dispose(),
  }
}

/** Tensors may share their numbers (a clone does); what is changed in place must have its own. */
function makeOwn(heap: Heap, variable: tf.Variable): void {
  // Asked for first: it brings the numbers here if another backend has them.
  heap.address(variable)
  if (heap.shared(variable)) tf.tidy(() => variable.assign(tf.tensor(variable.dataSync(), variable.shape)))
}

/** A call that learns nothing. */
const looking = (shape: StackShape, rows: number, fields: Fields): Call => ({
  shape,
  batch: Math.min(rows, rowsAtOnce),
  slots: 0,
  rates: new Float32Array(0),
  fields: { ...fields, rows },
})

/** Loss and share of right answers (0 for the squared error) over all rows: `[2, seeds]`. */
export function denseStackEvaluate(
  model: Model,
  loss: StackLoss,
  x: tf.Tensor,
  y: tf.Tensor,
): tf.Tensor | null {
  const shape = current() && stackShape(model)
  if (!shape || !fits(shape, x) || x.size === 0) return null
  return tf.tidy(() => {
    const labels = labelsOf(loss, y)
    const { seeds } = shape
    const fields = { seeds, seedX: seedBytes(x), seedY: seedBytes(labels), loss: losses.indexOf(loss) }
    const inputs = { x, y: labels, ...named('param', model.params) }
    return runKernel('DenseStackEvaluate', inputs, looking(shape, x.shape[1]!, fields)) as tf.Tensor
  })
}

/** The logits `[seeds, rows, units]`, or `[1, rows, units]` of one seed. null where a gradient may be taken of them. */
export function denseStackApply(model: Model, x: tf.Tensor, replica?: number): tf.Tensor | null {
  const shape = !tf.engine().isTapeOn() && current() ? stackShape(model) : null
  if (!shape || !fits(shape, x) || x.size === 0) return null
  if (replica !== undefined && x.shape[0] !== 1) return null
  const [seeds, firstSeed] = replica === undefined ? [shape.seeds, 0] : [1, replica]
  const call = looking(shape, x.shape[1]!, { seeds, firstSeed, seedX: seedBytes(x) })
  return runKernel('DenseStackApply', { x, ...named('param', model.params) }, call) as tf.Tensor
}
