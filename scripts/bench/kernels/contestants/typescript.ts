/** Plain TypeScript loops, written by hand for the bench: the folder `reference`. One network after the other. */
import { cnnNetwork } from '../../reference/cnn.ts'
import { denseNetwork } from '../../reference/dense.ts'
import { repeat, type Contestant } from '../contestant.ts'
import { cnnWeights, denseWeights, learningRate, rowsOf, type Workload } from '../workloads.ts'

export function typescript(workload: Workload): Contestant {
  const networks =
    workload.kind === 'cnn'
      ? [
          cnnNetwork(
            workload.size,
            workload.channels,
            workload.classes,
            cnnWeights(workload),
            rowsOf(workload, 0),
            learningRate,
          ),
        ]
      : workload.activations.flatMap((activation) =>
          workload.seeds.map((seed) =>
            denseNetwork(
              workload.sizes,
              activation,
              denseWeights(workload, seed),
              rowsOf(workload, seed),
              learningRate,
            ),
          ),
        )
  return {
    train: repeat(() => {
      for (const { step } of networks) step()
    }),
    logits: () => Float32Array.from(networks.flatMap(({ logits }) => [...logits()])),
  }
}
