/** A multilayer perceptron by hand: plain loops over typed arrays, one network, Adam. */
import { adam } from './adam.ts'
import { lossGradient } from './loss.ts'
import { columnSums, matrix, product, transposed } from './product.ts'

export interface Network {
  step: () => void
  logits: () => Float32Array
}

type Activation = 'tanh' | 'relu' | 'sigmoid'

/** In place. */
function activate(name: Activation, z: Float32Array): void {
  if (name === 'tanh') for (let i = 0; i < z.length; i++) z[i] = Math.tanh(z[i]!)
  else if (name === 'relu') for (let i = 0; i < z.length; i++) z[i] = z[i]! > 0 ? z[i]! : 0
  else for (let i = 0; i < z.length; i++) z[i] = 1 / (1 + Math.exp(-z[i]!))
}

/** Multiplies `d` by the slope, which all three activations have as a function of their value `a`. */
function timesSlope(name: Activation, a: Float32Array, d: Float32Array): void {
  if (name === 'tanh') for (let i = 0; i < d.length; i++) d[i]! *= 1 - a[i]! * a[i]!
  else if (name === 'relu') for (let i = 0; i < d.length; i++) d[i] = a[i]! > 0 ? d[i]! : 0
  else for (let i = 0; i < d.length; i++) d[i]! *= a[i]! * (1 - a[i]!)
}

/**
 * @param weights kernel `[inputs, units]` and bias of each layer.
 * @param x `[rows, inputs]`. @param y classes.
 */
export function denseNetwork(
  sizes: readonly number[],
  activation: Activation,
  weights: readonly { kernel: Float32Array; bias: Float32Array }[],
  { x, y, count: rows }: { x: Float32Array; y: Uint8Array; count: number },
  learningRate: number,
): Network {
  const params = Float32Array.from(weights.flatMap(({ kernel, bias }) => [...kernel, ...bias]))
  const gradients = new Float32Array(params.length)
  const update = adam(params, gradients, learningRate)
  let end = 0
  const layers = weights.map(({ kernel, bias }, index) => {
    const start = end
    end += kernel.length + bias.length
    const [inputs, units] = [sizes[index]!, sizes[index + 1]!]
    const last = index === weights.length - 1
    const [a, d] = [new Float32Array(rows * units), new Float32Array(rows * units)]
    return {
      inputs,
      units,
      last,
      a,
      d,
      kernel: matrix(params, units, start),
      bias: matrix(params, units, start + kernel.length),
      out: matrix(a, units),
      delta: matrix(d, units),
      kernelGradient: matrix(gradients, units, start),
      biasStart: start + kernel.length,
    }
  })
  const first = matrix(x, sizes[0]!)

  function forward() {
    let input = first
    for (const { inputs, units, kernel, bias, out, a, last } of layers) {
      product(rows, inputs, units, input, kernel, out, bias)
      if (!last) activate(activation, a)
      input = out
    }
  }
  function backward() {
    for (let index = layers.length - 1; index >= 0; index--) {
      const { inputs, units, kernel, delta, d, kernelGradient, biasStart } = layers[index]!
      const below = layers[index - 1]
      product(inputs, rows, units, transposed(below?.out ?? first), delta, kernelGradient)
      columnSums(rows, units, d, gradients, biasStart)
      if (!below) return
      product(rows, units, inputs, delta, transposed(kernel), below.delta)
      timesSlope(activation, below.a, below.d)
    }
  }
  const top = layers.at(-1)!
  return {
    step() {
      forward()
      lossGradient(top.a, y, top.units, top.d)
      backward()
      update()
    },
    logits() {
      forward()
      return top.a.slice()
    },
  }
}
