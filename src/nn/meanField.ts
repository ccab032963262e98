/** What theory says of the size of a signal in a wide network, before training. No tfjs. */
import { scalarActivations, type ActivationName } from './activations/scalar.ts'

/** Beyond this many standard deviations the bell curve holds less than 1e-22 of its weight. */
const reach = 10
const steps = 2000

/** E[f(z)²] for z from N(0, std²), by the trapezoidal rule, to about ten digits where f has a kink at 0 or none. */
export function meanSquareOf(name: ActivationName, std: number): number {
  const { value } = scalarActivations[name]
  const width = (2 * reach) / steps
  let sum = 0
  for (let i = 0; i <= steps; i++) {
    const t = -reach + i * width
    sum += value(std * t) ** 2 * Math.exp((-t * t) / 2)
  }
  return (sum * width) / Math.sqrt(2 * Math.PI)
}

/**
 * Mean squares of the activations of layers 1 to `depth`, each of `width` inputs and units, no biases:
 * Var(z) = n Var(w) E[h²] of the layer below, and z taken as normal (Poole et al. 2016, "mean field"; with ReLU it is
 * the recursion of He et al. 2015). The inputs have mean square 1.
 * @param std standard deviation of the weights.
 */
export function meanSquares(name: ActivationName, depth: number, width: number, std: number): number[] {
  let square = 1
  return Array.from({ length: depth }, () => (square = meanSquareOf(name, Math.sqrt(width * square) * std)))
}
