/**
 * One forward pass through an untrained network. Nothing learns: the clock is the layer that the signal has reached on
 * its way from the first layer to the last.
 */
import { defineExperiment } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import type { VariantOf } from '../../lab/setup.ts'
import type { HistogramsView } from '../../lab/views.ts'
import { activation as byName } from '../../nn/activations/catalogue.ts'
import { scalarActivations, type ActivationName } from '../../nn/activations/scalar.ts'
import { fanInUniform, glorotNormal, heNormal, normal, type Initializer } from '../../nn/initializers.ts'
import { meanSquares } from '../../nn/meanField.ts'
import { random } from '../../nn/random.ts'
import { scaledInitializer } from '../../nn/scaledInitializer.ts'
import { read } from '../../nn/tensors.ts'
import { normalTensor, untrainedStack, type UntrainedStack } from '../../nn/untrainedStack.ts'
import type * as tf from '../../nn/tf.ts'
import setup, { inputs } from './config.ts'

export interface View {
  /** Activations of every layer, first to last; those that the signal has not reached have no counts. */
  activations: HistogramsView
  /** Number of the layer that the signal has reached. */
  layer: number
}

/** What a layer of one seed does with all inputs. */
interface LayerStatistics {
  /** Standard deviation of its activations over units and inputs. */
  spread: number
  /** Root mean square of the same. */
  size: number
  /** Mean derivative of the activation, over units and inputs. */
  slope: number
}

const kernels: Record<VariantOf<typeof setup>, Initializer> = {
  small: normal(0.01),
  uniform: fanInUniform(),
  xavier: glorotNormal(),
  he: heNormal(),
  normal: normal(1),
}

const ranges = { tanh: [-1, 1], relu: [0, 3] } as const

export default defineExperiment({
  setup,
  async *train({ config: { activation, depth, width, weightScale }, variant, seeds }) {
    const generators = seeds.map((seed) => random(seed))
    const kernelInitializer = scaledInitializer(kernels[variant], weightScale)
    const stack = untrainedStack({
      depth,
      width,
      activation: byName(activation),
      kernelInitializer,
      generators,
    })
    const x = normalTensor(generators, 'data', inputs, width)
    // Plain numbers, read once: the rest of the run only shows them.
    let signal: ReturnType<typeof forward>
    try {
      signal = forward(stack, x)
    } finally {
      stack.dispose()
      x.dispose()
    }
    const length = inputs * width
    const statistics = signal.map(({ z, a }) =>
      seeds.map((_, seed) => {
        const own = (values: Float32Array) => values.subarray(seed * length, (seed + 1) * length)
        return statisticsOf(activation, own(z), own(a))
      }),
    )
    const formula = meanSquares(activation, depth, width, kernelInitializer.std(width, width))
    const range = ranges[activation]
    const first = signal.map(({ a }, i) => histogram(`layer ${i + 1}`, a.subarray(0, length), range))

    for (let step = 0; step < depth; step++) {
      const reached = statistics[step]!
      yield {
        step,
        epoch: step + 1,
        measure: async () => ({
          spread: reached.map(({ spread }) => spread),
          slope: reached.map(({ slope }) => slope),
          againstFormula: reached.map(({ size }) => size / Math.sqrt(formula[step]!)),
        }),
        view: async (): Promise<View> => ({
          activations: {
            range,
            layers: first.map((layer, i) => ({
              ...layer,
              counts: i > step ? new Float32Array(0) : layer.counts.slice(),
            })),
          },
          layer: step + 1,
        }),
      }
    }
  },
})

/** Pre-activations and activations of all layers, first to last, each `[seeds, inputs, width]`, flat. */
function forward(stack: UntrainedStack, x: tf.Tensor): { z: Float32Array; a: Float32Array }[] {
  const values = read(() => stack.trace(x).flatMap(({ z, a }) => [z, a]))
  return stack.layers.map((_, i) => ({ z: values[2 * i]!, a: values[2 * i + 1]! }))
}

/** In double precision: squares of what is left of a signal after twenty small layers are too small for 32 bits. */
function statisticsOf(name: ActivationName, z: Float32Array, a: Float32Array): LayerStatistics {
  const { slope } = scalarActivations[name]
  let [sum, squares, slopes] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    sum += a[i]!
    squares += a[i]! ** 2
    slopes += slope(z[i]!)
  }
  const n = a.length
  return {
    spread: Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2)),
    size: Math.sqrt(squares / n),
    slope: slopes / n,
  }
}
