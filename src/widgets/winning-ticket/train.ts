/** A network is trained, cut by magnitude, put back to its start and trained again, round after round; and two controls. */
import { defineExperiment, type Checkpoint } from '../../lab/experiment.ts'
import { histogram } from '../../lab/histogram.ts'
import type { HeatmapView, HistogramsView } from '../../lab/views.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { cutOrder, masksAt } from '../../nn/pruning/cutOrder.ts'
import { importance } from '../../nn/pruning/importance.ts'
import { random } from '../../nn/random.ts'
import setup, { limit, shareLeft, size } from './config.ts'
import { roundsNetwork, type RoundsNetwork } from './network.ts'
import { survivors } from './survivors.ts'

export interface View {
  /** For each pixel how many of the weights that lead out of it are left, over the average. */
  pixels: HeatmapView
  /** Where the weights of the first layer that are left started, in standard deviations of all of them. */
  starts: HistogramsView
}

/** What stands in a checkpoint behind the network, or the two of them: the sizes of the weights after round 0. */
type Sizes = readonly Float32Array[]

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, from } = context
    const { how, cut, updates } = config
    const steps = setup.steps(config)
    // Who learns under a mask that another network has found has that one trained beside it.
    const purposes = variant === 'anew' ? ['weights', 'new weights'] : ['weights']
    const { parts, sizes: saved } = split(from, purposes.length)
    const networks: RoundsNetwork[] = []
    try {
      for (const [i, purpose] of purposes.entries()) {
        const network = await roundsNetwork(context, purpose, parts[i])
        if (!network) return
        networks.push(network)
      }
      const [finder, shown] = [networks[0]!, networks.at(-1)!]
      const { seen, held } = await shown.frame.view()
      /** Magnitudes after round 0, if all masks come from them. */
      let sizes = saved

      const randomOrder = cutOrder(
        importance('random', {
          model: finder.model,
          x: seen.x,
          randoms: seeds.map((seed) => random(seed).split('random mask')),
        }),
        seeds.length,
        'layer',
      )
      const masksOf = (round: number) => {
        const sparsity = 1 - shareLeft(round, cut)
        if (variant === 'shuffled') return masksAt(randomOrder, sparsity)
        const now = importance('magnitude', { model: finder.model, x: seen.x, randoms: [] })
        if (how === 'atOnce') sizes ??= now
        const kept = finder.masks.read()
        const scores =
          sizes ?? now.map((layer, l) => layer.map((score, i) => (kept[l]![i] === 1 ? score : -Infinity)))
        return masksAt(cutOrder(scores, seeds.length, 'layer'), sparsity)
      }

      let { step } = shown.frame
      const frame = () => ({
        ...shown.frame,
        step,
        epoch: step / updates - 1,
        measure: async () => {
          const test = evaluate(shown.model, 'softmaxCrossEntropy', held)
          return {
            testError: test.accuracy.map((share) => 1 - share),
            loss: evaluate(shown.model, 'softmaxCrossEntropy', seen).loss,
          }
        },
        view: async (): Promise<View> => {
          const { perPixel, starts } = survivors(shown, seeds.length)
          return {
            pixels: { values: perPixel, rows: size, columns: size, signed: false, limit },
            starts: { range: [-3, 3], layers: [histogram('layer 1', starts, [-3, 3])] },
          }
        },
        save: async () => {
          const each = await Promise.all(networks.map(({ frame: own }) => own.save!()))
          // Copies of what is still needed here, since who saves may give buffers away.
          const copies = sizes?.map((layer) => layer.slice()) ?? []
          return { step, tensors: [...each.flatMap(({ tensors }) => tensors), ...copies] }
        },
      })

      let wanted = yield frame()
      while (step < steps) {
        const until = Math.min(steps, step + Math.max(1, wanted ?? 1))
        while (step < until) {
          if (step > 0 && step % updates === 0) {
            const masks = masksOf(step / updates)
            for (const network of networks) network.rewind(masks)
          }
          const count = Math.min(until, (Math.floor(step / updates) + 1) * updates) - step
          for (const network of networks) await network.train(count)
          step += count
        }
        wanted = yield frame()
      }
    } finally {
      for (const network of networks) await network.end()
    }
  },
})

/** Tensors of one network: kernels and biases, both twice more for Adam, and a mask for each kernel. */
const tensorsEach = 6 * 3 + 3

function split(
  from: Checkpoint | undefined,
  networks: number,
): { parts: (Checkpoint | undefined)[]; sizes: Sizes | null } {
  if (!from) return { parts: [], sizes: null }
  const { step, tensors } = from
  const rest = tensors.slice(networks * tensorsEach)
  return {
    parts: Array.from({ length: networks }, (_, i) => ({
      step,
      tensors: tensors.slice(i * tensorsEach, (i + 1) * tensorsEach),
    })),
    sizes: rest.length > 0 ? rest : null,
  }
}
