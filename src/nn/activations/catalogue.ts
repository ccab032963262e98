/** All activations by name, for figures whose variants are named after them. */
import type { Activation } from './activation.ts'
import { elu } from './elu.ts'
import { gelu } from './gelu.ts'
import { leakyRelu } from './leakyRelu.ts'
import { linear } from './linear.ts'
import { maxout } from './maxout.ts'
import { prelu } from './prelu.ts'
import { relu } from './relu.ts'
import type { ActivationName } from './scalar.ts'
import { sigmoid } from './sigmoid.ts'
import { silu } from './silu.ts'
import { tanh } from './tanh.ts'

export interface ActivationOptions {
  /** Of leakyRelu, prelu (its start) and elu. The function's own default when absent. */
  alpha?: number
  /** Of maxout. */
  pieces?: number
}

const catalogue: Record<ActivationName, (options: ActivationOptions) => Activation> = {
  linear,
  sigmoid,
  tanh,
  relu,
  leakyRelu: ({ alpha }) => leakyRelu(alpha),
  prelu: ({ alpha }) => prelu(alpha),
  elu: ({ alpha }) => elu(alpha),
  maxout: ({ pieces }) => maxout(pieces),
  gelu,
  silu,
}

export const activation = (name: ActivationName, options: ActivationOptions = {}): Activation =>
  catalogue[name](options)
