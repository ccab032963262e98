/** One network that is trained round after round, each time from its starting weights and under another mask. */
import type { Checkpoint, Frame, Frames, TrainContext } from '../../lab/experiment.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp, type Mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, type Looked } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { kernelMasks, type KernelMasks } from '../../nn/pruning/kernelMasks.ts'
import { random } from '../../nn/random.ts'
import { read } from '../../nn/tensors.ts'
import * as tf from '../../nn/tf.ts'
import type setup from './config.ts'
import { batchSize, hidden, learningRate, size, testImages, trainingImages } from './config.ts'

export interface RoundsNetwork {
  readonly model: Mlp
  readonly masks: KernelMasks
  /** The starting kernels, one for each layer, `[seeds, inputs, units]`, flat. */
  readonly start: readonly Float32Array[]
  readonly frame: Frame<never, Looked>
  /** Makes `count` updates, all within a round. */
  train(count: number): Promise<void>
  /** Back to the starting weights, under these masks and with an optimizer that remembers nothing. */
  rewind(masks: readonly Float32Array[]): void
  end(): Promise<void>
}

/**
 * @param weights the purpose of the generator of the starting weights. @param from of this network alone.
 * @returns null where there is nothing to train.
 */
export async function roundsNetwork(
  { config: { rounds, updates }, seeds, images }: TrainContext<typeof setup>,
  weights: string,
  from: Checkpoint | undefined,
): Promise<RoundsNetwork | null> {
  const model = mlp({
    inputs: size * size,
    hidden,
    outputs: 10,
    activation: 'relu',
    kernelInitializer: heNormal(),
    seeds,
    random: (seed) => random(seed).split(weights),
  })
  const optimizer = adam(learningRate)
  const masks = kernelMasks(model.layers.map(({ kernel }) => kernel))
  const starts = read(() => [...model.params])
  const training: Frames<never, Looked> = learnDigits(
    { seeds, images, from },
    {
      need: { train: trainingImages, test: testImages, size },
      model,
      optimizer,
      batchSize,
      // From the first update under a mask on the trainer keeps to it; the mask is put in place before it.
      pruning: { masks, at: [updates + 1], cut: () => masks.apply() },
      steps: (rounds + 1) * updates,
      learningRate: () => learningRate,
      measure: () => ({}),
      // Never shown: the tensors of the images, for what is measured of all networks.
      view: (looked) => looked,
    },
  )
  const first = (await training.next()).value
  if (!first) return null
  let frame = first
  // The optimizer counts from the start of the round, the trainer from that of the run.
  if (frame.step > 0) optimizer.step = ((frame.step - 1) % updates) + 1
  return {
    model,
    masks,
    start: starts.filter((_, i) => i % 2 === 0),
    get frame() {
      return frame
    },
    async train(count) {
      frame = (await training.next(count)).value ?? frame
    },
    rewind(next) {
      tf.tidy(() => {
        model.params.forEach((param, i) => param.assign(tf.tensor(starts[i]!, param.shape)))
        for (const slot of optimizer.state(model.params)) slot.assign(tf.zerosLike(slot))
      })
      optimizer.step = 0
      masks.set(next)
    },
    async end() {
      await training.return()
    },
  }
}
