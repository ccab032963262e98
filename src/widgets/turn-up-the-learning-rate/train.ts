/** One ReLU network on digits for each of several learning rates: as it is, and with two normalizations. */
import { defineExperiment, type Checkpoint, type Metrics } from '../../lab/experiment.ts'
import type { MetricOf, VariantOf } from '../../lab/setup.ts'
import { firstRows } from '../../nn/datasets/batches.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp, type Mlp } from '../../nn/layers/mlp.ts'
import { batchNormalization } from '../../nn/layers/normalization/batchNormalization.ts'
import { layerNormalization } from '../../nn/layers/normalization/layerNormalization.ts'
import type { Normalization } from '../../nn/layers/normalization/normalization.ts'
import { optimizers } from '../../nn/optimizers/catalogue.ts'
import { random } from '../../nn/random.ts'
import { batchTensors } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import { createTrainer, type Trainer } from '../../nn/trainer.ts'
import setup, { batchSize, ceiling, lossImages, testImages, trainingImages, width } from './config.ts'
import { rates } from './rates.ts'

const size = 12
const normalizations: Record<VariantOf<typeof setup>, () => Normalization | undefined> = {
  none: () => undefined,
  batch: () => batchNormalization(),
  layer: () => layerNormalization(),
}

export default defineExperiment({
  setup,
  async *train({ config, variant, seeds, images, from }) {
    const sets = seeds.map((seed) =>
      digitsOf(images, seed, { train: trainingImages, test: testImages, size }),
    )
    const networks: { model: Mlp; trainer: Trainer }[] = []
    const seen = batchTensors(
      firstRows(
        sets.map(({ train }) => train),
        lossImages,
      ),
    )
    const held = batchTensors(firstRows(sets.map(({ test }) => test)))
    try {
      rates.forEach((rate, place) => {
        const model = mlp({
          inputs: size * size,
          hidden: Array<number>(config.depth - 1).fill(width),
          outputs: 10,
          activation: 'relu',
          kernelInitializer: heNormal(),
          normalization: normalizations[variant](),
          seeds,
        })
        const trainer = createTrainer({
          model,
          optimizer: optimizers[config.optimizer](rate),
          loss: 'softmaxCrossEntropy',
          sets: sets.map(({ train }) => train),
          orders: seeds.map((seed) => random(seed).split('order')),
          batchSize,
          from: from && part(from, place),
        })
        networks.push({ model, trainer })
      })
      const steps = setup.steps(config)
      let step = from?.step ?? 0
      const moment = () => ({
        step,
        epoch: (step * batchSize) / trainingImages,
        measure: async () => measure(networks, seen, held),
        view: async () => ({}),
        save: async (): Promise<Checkpoint> => ({
          step,
          tensors: networks.flatMap(({ trainer }) => trainer.save().tensors),
        }),
      })
      let asked = yield moment()
      while (step < steps) {
        const count = Math.min(Math.max(1, asked ?? 1), steps - step)
        for (const { trainer } of networks) trainer.advance(count)
        step += count
        asked = yield moment()
      }
    } finally {
      for (const { trainer } of networks) trainer.dispose()
      tf.dispose([seen.x, seen.y, held.x, held.y])
    }
  },
})

/** The checkpoint of the network at one place in `rates`: those of all lie one after another. */
function part({ step, tensors }: Checkpoint, place: number): Checkpoint {
  const each = tensors.length / rates.length
  return { step, tensors: tensors.slice(place * each, (place + 1) * each) }
}

type Rows = ReturnType<typeof batchTensors>

/**
 * A rate that is far too high is a result, not the end of its seed, and no metric may be NaN: a loss beyond the
 * ceiling is the ceiling, and a network whose loss is no number any more names no digit rightly.
 */
function measure(
  networks: readonly { model: Mlp }[],
  seen: Rows,
  held: Rows,
): Metrics<MetricOf<typeof setup>> {
  const measured = {} as Metrics<MetricOf<typeof setup>>
  rates.forEach((rate, place) => {
    const { model } = networks[place]!
    const { loss } = evaluate(model, 'softmaxCrossEntropy', seen)
    const { accuracy } = evaluate(model, 'softmaxCrossEntropy', held)
    measured[`loss${rate}`] = loss.map((value) => (value <= ceiling ? value : ceiling))
    measured[`testAccuracy${rate}`] = accuracy.map((value, seed) => (Number.isFinite(loss[seed]) ? value : 0))
  })
  return measured
}
