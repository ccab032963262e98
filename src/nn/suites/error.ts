/** How far numbers, and gradients, are from what they should be. For the suites beside it. */
import type { Backend } from '../../lab/engine.ts'
import { random } from '../random.ts'
import * as tf from '../tf.ts'

/** The largest allowed difference, as a share of the largest gradient (or of 1 if that is smaller). */
export const tolerances: Record<Backend, number> = { cpu: 1e-3, wasm: 1e-3, webgl: 5e-3 }

/** Standard normal numbers times `std`, the same for the same name. */
export const noise = (shape: number[], name: string, std = 1): tf.Tensor => {
  const generator = random(7).split(name)
  const size = tf.util.sizeFromShape(shape)
  return tf.tensor(
    Float32Array.from({ length: size }, () => std * generator.normal()),
    shape,
  )
}

/** The largest difference, as a share of the largest expected number (or of 1 if that is smaller). */
export function error(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity
  const scale = Math.max(1, ...Array.from(expected, Math.abs))
  // Math.max lets NaN through.
  return Math.max(...Array.from(expected, (each, i) => Math.abs(actual[i]! - each) / scale))
}

/** The error of the gradient of a weighted sum of f's outputs, by fourth-order central differences in every input. */
export function gradientError(
  f: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: readonly tf.Tensor[],
  h = 0.02,
): number {
  const weights = tf.tidy(() => noise(f(...inputs).shape, 'output weights'))
  const w = weights.dataSync()
  const { grads } = tf.engine().gradients(() => f(...inputs), [...inputs], weights)
  const output = (which: number, element: number, offset: number) =>
    tf.tidy(() => {
      const values = inputs[which]!.dataSync().slice()
      values[element]! += offset
      const moved = inputs.map((input, i) => (i === which ? tf.tensor(values, input.shape) : input))
      return f(...moved).dataSync()
    })
  const errors = inputs.map((input, which) => {
    const numeric = Array.from({ length: input.size }, (_, element) => {
      const [p2, p1, m1, m2] = [2, 1, -1, -2].map((k) => output(which, element, k * h))
      let sum = 0
      w.forEach((each: number, i: number) => {
        sum += each * (8 * (p1![i]! - m1![i]!) - (p2![i]! - m2![i]!))
      })
      return sum / (12 * h)
    })
    return error(grads[which]!.dataSync(), numeric)
  })
  tf.dispose([weights, ...grads])
  return Math.max(...errors)
}
