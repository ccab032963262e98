/** Starting weights fitted to a batch (Salimans and Kingma 2016, section 3), in plain numbers: see nn's `dataDependentInitialization`. */
import { scalarActivations } from '../nn/activations/scalar.ts'
import type { Activation } from './experiment.ts'
import type { LayerStart } from './weights.ts'

/**
 * Scales and shifts every hidden unit so that its pre-activations on `x` have mean 0 and variance 1. Layers whose
 * activations are normalized have no bias, and stay as they are.
 * @param x `[rows, features]`, flat. Layers are changed in place.
 */
export function fitToBatch(layers: readonly LayerStart[], activation: Activation, x: Float32Array): void {
  const { value } = scalarActivations[activation]
  let input = x
  for (const layer of layers.slice(0, -1)) {
    if (!layer.bias) return
    const products = multiply(input, layer)
    const { means, deviations } = momentsOf(products, layer.units)
    const scaled = layer.gain ?? layer.kernel
    for (let i = 0; i < scaled.length; i++) scaled[i]! /= deviations[i % layer.units]!
    layer.bias.forEach((_, unit, bias) => {
      bias[unit] = -means[unit]! / deviations[unit]!
    })
    input = products.map((product, i) => {
      const unit = i % layer.units
      return value((product - means[unit]!) / deviations[unit]!)
    })
  }
}

/** `[rows, inputs]` times the kernel. With weight normalization a fresh gain is the length of v, so that the kernel is v. */
function multiply(x: Float32Array, { inputs, units, kernel }: LayerStart): Float32Array {
  const rows = x.length / inputs
  const products = new Float32Array(rows * units)
  for (let row = 0; row < rows; row++)
    for (let unit = 0; unit < units; unit++) {
      let sum = 0
      for (let i = 0; i < inputs; i++) sum += x[row * inputs + i]! * kernel[i * units + unit]!
      products[row * units + unit] = sum
    }
  return products
}

function momentsOf(values: Float32Array, units: number) {
  const rows = values.length / units
  const means = new Float64Array(units)
  const squares = new Float64Array(units)
  for (let i = 0; i < values.length; i++) means[i % units]! += values[i]! / rows
  for (let i = 0; i < values.length; i++) squares[i % units]! += (values[i]! - means[i % units]!) ** 2 / rows
  return { means, deviations: squares.map(Math.sqrt) }
}
