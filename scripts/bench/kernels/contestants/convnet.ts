/**
 * npm's ConvNetJS: one row after the other, an update after each batch, by its Trainer's own rule (SGD with momentum
 * 0.9), which costs less than the Adam of the others. It has no sigmoid with cross-entropy: one output is a
 * regression on -1 and 1.
 */
import { Net, Trainer, Vol } from 'convnetjs'
import type { Contestant } from '../contestant.ts'
import { repeat } from '../contestant.ts'
import { cnnWeights, denseWeights, rowsOf } from '../workloads.ts'
import type { ActivationName, CnnWorkload, DenseWorkload, LayerWeights, Workload } from '../workloads.ts'

type Definition = Record<string, unknown>

const dense = ({ sizes }: DenseWorkload, activation: ActivationName): Definition[] => [
  { type: 'input', out_sx: 1, out_sy: 1, out_depth: sizes[0]! },
  ...sizes.slice(1, -1).map((units) => ({ type: 'fc', num_neurons: units, activation })),
  sizes.at(-1) === 1
    ? { type: 'regression', num_neurons: 1 }
    : { type: 'softmax', num_classes: sizes.at(-1)! },
]

const cnn = ({ size, channels, classes }: CnnWorkload): Definition[] => [
  { type: 'input', out_sx: size, out_sy: size, out_depth: 1 },
  ...channels.flatMap((filters) => [
    { type: 'conv', sx: 3, filters, stride: 1, pad: 1, activation: 'relu' },
    { type: 'pool', sx: 2, stride: 2 },
  ]),
  { type: 'softmax', num_classes: classes },
]

/** Its filters hold one output's weights each; kernels have the outputs last. */
function adopt(net: Net, weights: readonly LayerWeights[]): void {
  const learned = net.layers.filter(({ filters }) => filters)
  learned.forEach(({ filters, biases }, index) => {
    const { kernel, bias } = weights[index]!
    filters!.forEach(({ w }, output) => {
      for (let i = 0; i < w.length; i++) w[i] = kernel[i * filters!.length + output]!
      biases!.w[output] = bias[output]!
    })
  })
}

function network(workload: Workload, definitions: Definition[], weights: LayerWeights[], seed: number) {
  const { x, y, count, features } = rowsOf(workload, seed)
  const side = workload.kind === 'cnn' ? workload.size : 1
  const rows = Array.from({ length: count }, (_, row) => {
    const vol = new Vol(side, side, features / side ** 2, 0)
    vol.w.set(x.subarray(row * features, (row + 1) * features))
    return vol
  })
  const targets = Array.from(y, (label) =>
    definitions.at(-1)!['type'] === 'regression' ? [2 * label - 1] : label,
  )
  const net = new Net()
  net.makeLayers(definitions)
  adopt(net, weights)
  const trainer = new Trainer(net, { method: 'sgd', learning_rate: 0.01, momentum: 0.9, batch_size: count })
  return {
    step: () => {
      for (let row = 0; row < count; row++) trainer.train(rows[row]!, targets[row]!)
    },
    logits: () =>
      rows.flatMap((row) => {
        net.forward(row)
        return [...net.layers.at(-2)!.out_act.w]
      }),
  }
}

export function convnet(workload: Workload): Contestant {
  const networks =
    workload.kind === 'cnn'
      ? [network(workload, cnn(workload), cnnWeights(workload), 0)]
      : workload.activations.flatMap((activation) =>
          workload.seeds.map((seed) =>
            network(workload, dense(workload, activation), denseWeights(workload, seed), seed),
          ),
        )
  return {
    train: repeat(() => {
      for (const { step } of networks) step()
    }),
    logits: () => Float32Array.from(networks.flatMap(({ logits }) => logits())),
  }
}
