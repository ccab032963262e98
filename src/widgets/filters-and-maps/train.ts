/** A small convolutional network that learns its filters, and its twin whose filters stay as they were drawn. */
import { defineExperiment } from '../../lab/experiment.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { cnn, type Cnn, type Replica } from '../../nn/layers/cnn.ts'
import { conv2d } from '../../nn/layers/maps/conv2d.ts'
import { maxPooling2d } from '../../nn/layers/maps/pooling2d.ts'
import type { Network } from '../../nn/layers/network.ts'
import { learnDigits } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import setup, { batchSize, filters, kernelSize, outputs, size, testImages } from './config.ts'
import type { Filters } from './forward.ts'

/** Of the first seed. */
export interface View {
  /** Of the two convolutional layers. */
  layers: Filters[]
  /** One test image of each digit, 0 to 9, as the network sees it: `[10, size * size]`, flat. */
  digits: Float32Array
  /** The mean of each pixel and the standard deviation of all, by which images are made what the network sees. */
  mean: Float32Array
  std: Float32Array
}

/** The places of the convolutional layers among all. */
const convolutional = [0, 2] as const

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, images } = context
    const need = { train: config.images, test: testImages, size }
    const model = cnn({
      input: [size, size, 1],
      layers: filters.flatMap((count) => [conv2d({ filters: count, kernelSize }), maxPooling2d()]),
      outputs,
      seeds,
    })
    const starts = model.replicas.map((replica) => read(() => weightsOf(replica)))
    yield* learnDigits(context, {
      need,
      model: variant === 'random' ? withFrozen(model, config.frozen === 'first' ? 1 : 2) : model,
      optimizer: adam(config.learningRate),
      batchSize,
      steps: setup.steps(config),
      learningRate: () => config.learningRate,
      measure: ({ seen, held }) => {
        const moved = model.replicas.map((replica, i) =>
          read(() => weightsOf(replica)).map((now, layer) => change(starts[i]![layer]!, now)),
        )
        const of = (layer: number) => moved.map((each) => each[layer]!)
        return {
          testError: evaluate(model, 'softmaxCrossEntropy', held).accuracy.map((share) => 1 - share),
          loss: evaluate(model, 'softmaxCrossEntropy', seen).loss,
          firstMoved: of(0),
          secondMoved: of(1),
          lastMoved: of(2),
        }
      },
      view: (): View => {
        const { test, mean, std } = digitsOf(images, seeds[0]!, need)
        const rows = Array.from({ length: outputs }, (_, digit) => test.y.indexOf(digit))
        const flat = read(() =>
          convolutional.flatMap((place) => [...model.replicas[0]!.layers[place]!.params]),
        )
        return {
          layers: filters.map((count, i) => ({
            kernel: flat[2 * i]!,
            bias: flat[2 * i + 1]!,
            channels: i === 0 ? 1 : filters[i - 1]!,
            filters: count,
          })),
          digits: Float32Array.from(
            rows.flatMap((row) => [...test.x.subarray(row * test.features, (row + 1) * test.features)]),
          ),
          mean: Float32Array.from(mean),
          std: Float32Array.of(std),
        }
      },
    })
  },
})

/** The kernels of one seed: of both convolutional layers and of the last one, without biases. */
const weightsOf = ({ layers, kernel }: Replica): tf.Tensor[] => [
  ...convolutional.map((place) => layers[place]!.params[0]!),
  kernel,
]

/** The same network, of which all but the first `count` convolutional layers learn. */
function withFrozen(model: Cnn, count: number): Network {
  const frozen = new Set<tf.Variable>(
    model.replicas.flatMap(({ layers }) =>
      convolutional.slice(0, count).flatMap((place) => [...layers[place]!.params]),
    ),
  )
  return { ...model, params: model.params.filter((param) => !frozen.has(param)) }
}

const squares = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0)

/** How far the weights are from their start, as a share of their own length then: |w - w0| / |w0|. */
function change(start: Float32Array, now: Float32Array): number {
  return Math.sqrt(squares(now.map((value, i) => value - start[i]!)) / squares(start))
}
