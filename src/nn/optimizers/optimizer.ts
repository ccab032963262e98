/** What an optimizer is, and the machinery they share. The update rules stand one per file beside this one. */
import * as tf from '../tf.ts'

export interface Optimizer {
  readonly name: string
  /** May be changed between steps. */
  learningRate: number
  /**
   * One weight update.
   * @param loss computes one number per seed, `[seeds]`, from `params`. Their sum is minimised.
   * @returns the loss before the update, `[seeds]`; the caller disposes it.
   */
  minimize(loss: () => tf.Tensor, params: readonly tf.Variable[]): tf.Tensor
  /** The update alone, from gradients in the order of `params`. */
  applyGradients(params: readonly tf.Variable[], gradients: readonly tf.Tensor[]): void
  /** Frees what it remembers of past gradients. */
  dispose(): void
}

/**
 * @param slots how many tensors of a parameter's shape the rule keeps, zero at the start.
 * @param update new values of the parameter and of its slots. `step` counts from 1.
 */
export function optimizer(
  name: string,
  initialLearningRate: number,
  slots: number,
  update: (state: {
    param: tf.Tensor
    gradient: tf.Tensor
    slots: readonly tf.Tensor[]
    learningRate: number
    step: number
  }) => tf.Tensor[],
): Optimizer {
  const memory = new Map<tf.Variable, tf.Variable[]>()
  let step = 0

  const slotsOf = (param: tf.Variable) => {
    let own = memory.get(param)
    if (!own) {
      own = Array.from({ length: slots }, () => tf.tidy(() => tf.variable(tf.zerosLike(param), false)))
      memory.set(param, own)
    }
    return own
  }

  return {
    name,
    learningRate: initialLearningRate,
    applyGradients(params, gradients) {
      step++
      params.forEach((param, index) => {
        const gradient = gradients[index]
        if (!gradient)
          throw new Error(`${name}: parameter ${index} has no gradient; does the loss depend on it?`)
        const own = slotsOf(param)
        tf.tidy(() => {
          const { learningRate } = this
          const [next, ...rest] = update({ param, gradient, slots: own, learningRate, step })
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
