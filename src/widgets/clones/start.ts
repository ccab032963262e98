/** The starting weights of the variants. */
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import { constant, heNormal, zeros, type Initializer } from '../../nn/initializers.ts'
import type setup from './config.ts'

type Config = Pick<ConfigOf<typeof setup>, 'constant' | 'noise' | 'outputWeights'>

/**
 * Hidden and output weights start by the same rule, unless the output weights are to be random.
 * @param inputs of the hidden layer: what tells its weights from those of the output layer.
 */
export function startingWeights(
  config: Config,
  variant: VariantOf<typeof setup>,
  inputs: number,
): Initializer {
  const hidden = ruleOf(config, variant)
  if (config.outputWeights === 'alike') return hidden
  const output = heNormal()
  const of = (fanIn: number) => (fanIn === inputs ? hidden : output)
  return {
    name: `${hidden.name}, random output`,
    std: (fanIn, fanOut) => of(fanIn).std(fanIn, fanOut),
    draw: (random, count, fanIn, fanOut) => of(fanIn).draw(random, count, fanIn, fanOut),
  }
}

function ruleOf({ constant: value, noise }: Config, variant: VariantOf<typeof setup>): Initializer {
  if (variant === 'zero') return zeros()
  if (variant === 'constant') return constant(value)
  if (variant === 'he') return heNormal()
  return {
    name: 'constant with noise',
    std: () => noise,
    draw: (random, count) => Float32Array.from({ length: count }, () => random.normal(value, noise)),
  }
}
