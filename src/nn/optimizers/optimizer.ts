/** What an optimizer is, and the machinery they share. The update rules stand one per file beside this one. */
import { updateKernel, type UpdateName } from '../kernels/updates.ts'
import * as tf from '../tf.ts'

export interface Optimizer {
  readonly name: string
  /** May be changed between steps. */
  learningRate: number
  /** Number of updates so far. */
  step: number
  /**
   * One weight update.
   * @param loss computes one number per seed, `[seeds]`, from `params`. Their sum is minimised.
   * @returns the loss before the update, `[seeds]`; the caller disposes it.
   */
  minimize(loss: () => tf.Tensor, params: readonly tf.Variable[]): tf.Tensor
  /** The update alone, from gradients in the order of `params`. */
  applyGradients(params: readonly tf.Variable[], gradients: readonly tf.Tensor[]): void
  /** What the rule's kernel is given for the update with number `step`: its constants and rates. */
  attributes(step: number): Readonly<Record<string, number>>
  /** What it remembers of past gradients, parameter by parameter; zero before the first update. */
  state(params: readonly tf.Variable[]): tf.Variable[]
  /** Frees what it remembers of past gradients. */
  dispose(): void
}

export interface OptimizerOptions {
  name: string
  learningRate: number
  /** The kernel of the rule, and its names for what it keeps of each parameter: zero at the start. */
  kernel: UpdateName
  slots: readonly string[]
  /** What the kernel is given for update number `step`, from 1. */
  attributes: (learningRate: number, step: number) => Record<string, number>
}

export function optimizer({ name, learningRate, kernel, slots, attributes }: OptimizerOptions): Optimizer {
  const memory = new Map<tf.Variable, tf.Variable[]>()

  const slotsOf = (param: tf.Variable) => {
    let own = memory.get(param)
    if (!own) {
      own = slots.map(() => tf.tidy(() => tf.variable(tf.zerosLike(param), false)))
      memory.set(param, own)
    }
    return own
  }

  return {
    name,
    learningRate,
    step: 0,
    attributes(step) {
      return attributes(this.learningRate, step)
    },
    state: (params) => params.flatMap(slotsOf),
    applyGradients(params, gradients) {
      this.step++
      const given = this.attributes(this.step)
      params.forEach((param, index) => {
        const gradient = gradients[index]
        if (!gradient)
          throw new Error(`${name}: parameter ${index} has no gradient; does the loss depend on it?`)
        const own = slotsOf(param)
        const kept = Object.fromEntries(slots.map((slot, i) => [slot, own[i]!]))
        tf.tidy(() => {
          const [next, ...rest] = updateKernel(kernel, { param, gradient, ...kept }, given)
          param.assign(next!)
          own.forEach((slot, i) => slot.assign(rest[i]!))
        })
      })
    },
    minimize(loss, params) {
      return tf.tidy(() => {
        const { value, grads } = tf.engine().gradients(loss, [...params])
        this.applyGradients(params, grads)
        return value
      })
    },
    dispose() {
      for (const own of memory.values()) tf.dispose(own)
      memory.clear()
    },
  }
}
