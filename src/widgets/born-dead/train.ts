/**
 * Many untrained networks of one number, made deeper layer by layer. Nothing learns: the clock is the depth.
 * Per seed there are `networks` networks, side by side on the replica axis.
 */
import { defineExperiment } from '../../lab/experiment.ts'
import type { VariantOf } from '../../lab/setup.ts'
import type { CurvesView } from '../../lab/views.ts'
import { activation as byName } from '../../nn/activations/catalogue.ts'
import { heNormal, normal, zeros } from '../../nn/initializers.ts'
import { dense } from '../../nn/layers/dense.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { networks } from './config.ts'

/** The functions that the first networks of the first seed compute at this depth, through one linear output unit. */
export type View = CurvesView

const curvesShown = 20
/** Inputs from -3 to 3; 0 among them. */
const inputs = Float32Array.from({ length: 61 }, (_, i) => (i - 30) / 10)

const widths: Record<VariantOf<typeof setup>, number> = {
  width2: 2,
  width3: 3,
  width4: 4,
  width8: 8,
  width16: 16,
}

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds }) {
    const width = widths[variant]
    const activation = byName(config.activation)
    const generators = seeds.flatMap((seed) => {
      const weights = random(seed).split('weights')
      return Array.from({ length: networks }, (_, i) => weights.split(`network ${i}`))
    })
    /** The networks' outputs so far, `[seeds * networks, inputs, units]`: at first the input itself. */
    let h: tf.Tensor = tf.tidy(() =>
      tf.tile(tf.tensor3d(inputs, [1, inputs.length, 1]), [generators.length, 1, 1]),
    )

    const deeper = (depth: number) => {
      const units = depth === 1 ? 1 : width
      const layer = dense({
        inputs: units,
        units: width,
        activation,
        kernelInitializer: heNormal(),
        biasInitializer: config.bias === 'zero' ? zeros() : normal(heNormal().std(units, width)),
        randoms: generators.map((r) => r.split(`layer ${depth}`)),
      })
      const next = tf.tidy(() => layer.trace(h).a)
      tf.dispose([h, ...layer.params])
      h = next
    }
    const frame = (step: number) => ({
      step,
      epoch: step,
      measure: async () => {
        const [deadShare] = read(() => [tf.mean(tf.reshape(isDead(h), [seeds.length, networks]), 1)]) as [
          Float32Array,
        ]
        return { deadShare }
      },
      view: async (): Promise<View> => {
        const [curves, dead] = read(() => {
          const shown = tf.slice(h, 0, curvesShown)
          return [tf.matMul(shown, outputWeights(shown.shape[2]!)), isDead(shown)]
        }) as [Float32Array, Float32Array]
        return { x: inputs.slice(), curves, count: curvesShown, dead: Uint8Array.from(dead) }
      },
    })
    /** `[curvesShown, units, 1]` numbers from N(0, 1 / units), the same at every depth. */
    const outputWeights = (units: number) => {
      const values = generators.slice(0, curvesShown).map((generator) => {
        const r = generator.split('output')
        return Array.from({ length: units }, () => [r.normal(0, Math.sqrt(1 / units))])
      })
      return tf.tensor3d(values)
    }

    try {
      yield frame(0)
      for (let depth = 1; depth <= setup.steps(config); depth++) {
        deeper(depth)
        yield frame(depth)
      }
    } finally {
      h.dispose()
    }
  },
})

/**
 * 1 for every network whose units all give the same output for all inputs, otherwise 0: whatever follows, it computes
 * a constant, and no gradient can bring it back. "Same" is up to a millionth of the greatest output.
 * @param h `[networks, inputs, units]`.
 */
function isDead(h: tf.Tensor): tf.Tensor {
  const spread = tf.max(tf.sub(tf.max(h, 1), tf.min(h, 1)), 1)
  return tf.cast(tf.lessEqual(spread, tf.mul(tf.max(tf.abs(h), [1, 2]), 1e-6)), 'float32')
}
