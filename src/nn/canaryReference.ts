/**
 * Tiny networks and their first updates in plain double precision: what a backend is held against before it is
 * trusted. Replicas side by side, softmax cross-entropy, Adam. No tfjs.
 */
import { random } from './random.ts'

export const [replicas, rows] = [2, 16]
/** A large epsilon: with the usual one, Adam divides one rounding error by another. */
export const adamOptions = { beta1: 0.9, beta2: 0.999, epsilon: 1e-3 } as const
export const learningRate = 0.03
export const updates = 3

export interface Probe {
  /** Features, units of each hidden layer, classes. */
  sizes: readonly [number, ...number[]]
  /** `[rows, features]`, flat; every replica sees the same. */
  x: Float32Array
  /** A class for each row. */
  y: Uint8Array
  /** Kernel and bias of each layer, `[replicas, inputs, units]` and `[replicas, 1, units]`, flat. */
  params: Float32Array[]
}

const draws = (name: string, count: number, scale: number) => {
  const numbers = random(0).split('canary').split(name)
  return Float32Array.from({ length: count }, () => numbers.uniform(-scale, scale))
}

export function probe(sizes: Probe['sizes']): Probe {
  return {
    sizes,
    x: draws('x', rows * sizes[0], 2),
    y: Uint8Array.from({ length: rows }, (_, row) => row % sizes.at(-1)!),
    params: sizes
      .slice(1)
      .flatMap((units, layer) => [
        draws(`kernel ${layer}`, replicas * sizes[layer]! * units, 1),
        draws(`bias ${layer}`, replicas * units, 0.5),
      ]),
  }
}

export type CanaryActivation = 'tanh' | 'relu'

/** f(z), and f'(z) from f(z). */
const activations: Record<CanaryActivation, [(z: number) => number, (a: number) => number]> = {
  tanh: [Math.tanh, (a) => 1 - a * a],
  relu: [(z) => Math.max(0, z), (a) => (a > 0 ? 1 : 0)],
}

const zeros = (length: number) => Array.from({ length }, () => 0)

export interface Outcome<Numbers = number[]> {
  /** The parameters after `updates` updates, arranged as they came. */
  params: Numbers[]
  /** Before each update, one number for each replica: `[updates][replicas]`. */
  losses: Numbers[]
}

export function reference(given: Probe, activation: CanaryActivation): Outcome {
  const { params } = given
  const next = params.map((param) => Array.from(param))
  const losses = Array.from({ length: updates }, (): number[] => [])
  for (let replica = 0; replica < replicas; replica++) {
    const part = (values: ArrayLike<number>) => {
      const size = values.length / replicas
      return Array.from(values).slice(replica * size, (replica + 1) * size)
    }
    const own = params.map(part)
    train(own, given, activation).forEach((loss, t) => losses[t]!.push(loss))
    own.forEach((values, i) => values.forEach((value, j) => (next[i]![replica * values.length + j] = value)))
  }
  return { params: next, losses }
}

/** Adam (Kingma and Ba 2015, algorithm 1) on one replica, in place. @returns the loss before each update. */
function train(params: number[][], given: Probe, activation: CanaryActivation): number[] {
  const losses: number[] = []
  const { beta1, beta2, epsilon } = adamOptions
  const m = params.map(({ length }) => zeros(length))
  const v = params.map(({ length }) => zeros(length))
  for (let t = 1; t <= updates; t++) {
    const { gradients, loss } = gradientsOf(params, given, activation)
    losses.push(loss)
    gradients.forEach((gradient, i) =>
      gradient.forEach((g, j) => {
        m[i]![j] = beta1 * m[i]![j]! + (1 - beta1) * g
        v[i]![j] = beta2 * v[i]![j]! + (1 - beta2) * g * g
        const rate = (learningRate * m[i]![j]) / (1 - beta1 ** t)
        params[i]![j]! -= rate / (Math.sqrt(v[i]![j] / (1 - beta2 ** t)) + epsilon)
      }),
    )
  }
  return losses
}

function gradientsOf(
  params: number[][],
  { sizes, x, y }: Probe,
  activation: CanaryActivation,
): { gradients: number[][]; loss: number } {
  let loss = 0
  const [apply, slope] = activations[activation]
  const gradients = params.map(({ length }) => zeros(length))
  const last = sizes.length - 2
  for (let row = 0; row < rows; row++) {
    /** What goes into each layer; at the end the logits. */
    const inputs = [Array.from(x.subarray(row * sizes[0], (row + 1) * sizes[0]))]
    for (let layer = 0; layer <= last; layer++) {
      const [kernel, bias] = [params[2 * layer]!, params[2 * layer + 1]!]
      const z = bias.map((start, unit) =>
        inputs[layer]!.reduce((sum, value, i) => sum + value * kernel[i * bias.length + unit]!, start),
      )
      inputs.push(layer < last ? z.map(apply) : z)
    }
    const exponentials = inputs[last + 1]!.map(Math.exp)
    const total = exponentials.reduce((sum, each) => sum + each, 0)
    loss -= Math.log(exponentials[y[row]!]! / total) / rows
    let delta = exponentials.map((each, k) => (each / total - (y[row] === k ? 1 : 0)) / rows)
    for (let layer = last; layer >= 0; layer--) {
      const [kernel, units] = [params[2 * layer]!, delta.length]
      const input = inputs[layer]!
      delta.forEach((d, unit) => {
        gradients[2 * layer + 1]![unit]! += d
        input.forEach((value, i) => (gradients[2 * layer]![i * units + unit]! += value * d))
      })
      delta = input.map(
        (value, i) => slope(value) * delta.reduce((sum, d, unit) => sum + d * kernel[i * units + unit]!, 0),
      )
    }
  }
  return { gradients, loss }
}
