/**
 * The book's SIMD loops alone: the same WebAssembly on a memory of its own, without tfjs, its tensors or its kernels.
 * What the book could reach if tfjs cost nothing.
 */
import { activationCodes } from '../../../../src/nn/simd/activationCodes.ts'
import { ownHeap, type OwnHeap } from '../../../../src/nn/simd/ownMemory.ts'
import { prepareCall } from '../../../../src/nn/simd/stackCall.ts'
import { losses, optimizers } from '../../../../src/nn/simd/stackLayout.ts'
import { padded, type StackShape } from '../../../../src/nn/simd/stackShape.ts'
import type { Contestant } from '../contestant.ts'
import { denseWeights, learningRate, rowsOf, type DenseWorkload, type Workload } from '../workloads.ts'
import { loopsCnn } from './loopsCnn.ts'

/** Updates in one call, as many as the book makes in one. */
const atOnce = 40
const adam = { beta1: 0.9, rest1: 1 - 0.9, beta2: 0.999, rest2: 1 - 0.999, epsilon: 1e-7 }

/** Kernel and bias of each layer, of all seeds one after the other. */
const paramsOf = (workload: DenseWorkload): Float32Array[] => {
  const nets = workload.seeds.map((seed) => denseWeights(workload, seed))
  return nets[0]!.flatMap((_, layer) =>
    (['kernel', 'bias'] as const).map((part) =>
      Float32Array.from(nets.flatMap((net) => [...net[layer]![part]])),
    ),
  )
}

function stack(heap: OwnHeap, workload: DenseWorkload, activation: keyof typeof activationCodes) {
  const { sizes, seeds, batch } = workload
  const sets = seeds.map((seed) => rowsOf(workload, seed))
  const [features, units] = [sizes[0]!, sizes.at(-1)!]
  const shape: StackShape = {
    seeds: seeds.length,
    features,
    units,
    alpha: 1,
    activation: activationCodes[activation],
    layers: sizes.slice(1).map((width, layer) => ({
      inputs: sizes[layer]!,
      units: width,
      stride: padded(width),
    })),
  }
  const params = paramsOf(workload)
  const inputs = Object.fromEntries(
    params.flatMap((values, i) => [
      [`param ${i}`, heap.place(values)],
      [`slot ${2 * i}`, heap.place(new Float32Array(values.length))],
      [`slot ${2 * i + 1}`, heap.place(new Float32Array(values.length))],
    ]),
  )
  const labels = sets.flatMap((set) => [...set.y])
  const loss = units === 1 ? 'sigmoidCrossEntropy' : 'softmaxCrossEntropy'
  const y = heap.place(units === 1 ? Float32Array.from(labels) : Int32Array.from(labels))
  const order = Array.from({ length: batch }, (_, row) => row)
  const picks = heap.place(Int32Array.from(Array.from({ length: atOnce * seeds.length }, () => order).flat()))
  const logits = heap.place(new Float32Array(labels.length * units))
  const fields = {
    seeds: seeds.length,
    rows: batch,
    seedX: 4 * batch * features,
    seedY: 4 * batch,
    ...adam,
    loss: losses.indexOf(loss),
    optimizer: optimizers.indexOf('adam'),
    x: heap.address(heap.place(Float32Array.from(sets.flatMap((set) => [...set.x])))),
    y: heap.address(y),
  }
  let step = 0
  const rates = (count: number) =>
    Float32Array.from({ length: 2 * count }, (_, i) => {
      const t = step + (i >> 1) + 1
      return i % 2 ? 1 / Math.sqrt(1 - adam.beta2 ** t) : learningRate / (1 - adam.beta1 ** t)
    })
  return {
    train: (steps: number): void => {
      const call = { ...fields, steps, picks: heap.address(picks) }
      heap.binary.denseStackTrain(
        prepareCall(heap, inputs, shape, { batch, slots: 2, rates: rates(steps), fields: call }),
      )
      step += steps
    },
    logits: (): number[] => {
      const call = { ...fields, logits: heap.address(logits) }
      const options = { batch, slots: 0, rates: new Float32Array(0), fields: call }
      heap.binary.denseStackEvaluate(prepareCall(heap, inputs, shape, options))
      const start = heap.address(logits) / 4
      return [...heap.floats().subarray(start, start + labels.length * units)]
    },
  }
}

export async function loops(workload: Workload): Promise<Contestant> {
  if (workload.kind === 'cnn') return loopsCnn(workload)
  const heap = await ownHeap(64)
  const stacks = workload.activations.map((activation) => stack(heap, workload, activation))
  return {
    train(count) {
      for (let left = count; left > 0; left -= atOnce)
        for (const { train } of stacks) train(Math.min(atOnce, left))
    },
    logits: () => Float32Array.from(stacks.flatMap(({ logits }) => logits())),
  }
}
