/** One step of the four variants, on the parameters of one seed. */
import type { VariantOf } from '../../lab/setup.ts'
import type setup from './config.ts'
import { adam, features } from './config.ts'

/** Of one seed: the weights and then the bias, and Adam's two moments, which SGD leaves at 0. */
export interface State {
  theta: Float32Array
  m: Float32Array
  v: Float32Array
}

export interface Step {
  variant: VariantOf<typeof setup>
  /** From 1. */
  number: number
  rate: number
  lambda: number
}

const isAdam = (variant: Step['variant']): boolean => variant === 'adamL2' || variant === 'adamW'
const decays = (variant: Step['variant']): boolean => variant === 'sgdDecay' || variant === 'adamW'

/** The root of Adam's corrected second moment, and epsilon: what it divides by. */
const divisor = (v: number, number: number): number =>
  Math.sqrt(v / (1 - adam.beta2 ** number)) + adam.epsilon

/**
 * The step: w − rate u, less 2 rate λ w for decay. For SGD u is the slope; for Adam (Kingma and Ba 2015) the corrected
 * mean of the slopes over the root of the corrected mean of their squares. For L2 the slope holds 2 λ w; the bias is
 * neither penalised nor decayed.
 * @param gradient of the loss without the penalty, at the present parameters.
 */
export function update({ theta, m, v }: State, gradient: Float64Array, step: Step): void {
  const { variant, number, rate, lambda } = step
  for (let j = 0; j < theta.length; j++) {
    const pull = j < features ? 2 * lambda * theta[j]! : 0
    const slope = decays(variant) ? gradient[j]! : gradient[j]! + pull
    const decay = decays(variant) ? pull : 0
    if (isAdam(variant)) {
      m[j] = adam.beta1 * m[j]! + (1 - adam.beta1) * slope
      v[j] = adam.beta2 * v[j]! + (1 - adam.beta2) * slope ** 2
      const mean = m[j]! / (1 - adam.beta1 ** number)
      theta[j]! -= rate * (mean / divisor(v[j]!, number) + decay)
    } else theta[j]! -= rate * (slope + decay)
  }
}

/**
 * The share of itself that each weight loses to the penalty in a step: 2 rate λ, which Adam with L2 divides as it divides
 * every slope (its mean over the last steps is left out). `[features]`; 0 before the first step.
 */
export function sharesTaken({ v }: State, { variant, number, rate, lambda }: Step): Float32Array {
  if (number === 0) return new Float32Array(features)
  const share = 2 * rate * lambda
  return Float32Array.from({ length: features }, (_, j) =>
    variant === 'adamL2' ? share / divisor(v[j]!, number) : share,
  )
}
