/** A network is trained, and then cut: two more percent of its weights at every step, by four criteria. Nothing is trained after it. */
import { defineExperiment, type Frame } from '../../lab/experiment.ts'
import { histograms } from '../../lab/histogram.ts'
import type { HistogramsView } from '../../lab/views.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, lossAndTestAccuracy, type Looked } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { pruningDraws } from '../../nn/pruning/drawnScores.ts'
import { firstKernels, keptWeights } from '../../nn/pruning/keptWeights.ts'
import { random } from '../../nn/random.ts'
import setup, {
  batchSize,
  clockAt,
  hidden,
  limit,
  pointsPerCut,
  size,
  testImages,
  trainingSteps,
  updatesPerStep,
} from './config.ts'
import { layerPicture, type LayerPicture } from './picture.ts'
import { scissors, type Scissors } from './scissors.ts'

export interface View {
  layers: LayerPicture[]
  /** Of the weights that are kept, layer by layer. */
  kept: HistogramsView
}

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, from } = context
    const { updates, learningRate } = config
    const model = mlp({
      inputs: size * size,
      hidden,
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const trained = trainingSteps(updates)
    const training = learnDigits<never, Looked>(
      { ...context, from: from && { ...from, step: Math.min(from.step, trained) * updatesPerStep } },
      {
        need: { train: config.images, test: testImages, size },
        model,
        optimizer: adam(learningRate),
        batchSize,
        steps: updates,
        learningRate: () => learningRate,
        measure: () => ({}),
        // Never shown: the tensors of the images, for what is measured below.
        view: (looked) => looked,
      },
    )
    try {
      const start = (await training.next()).value
      if (!start) return
      let moment: Frame<never, Looked> = start
      const looked = await moment.view()
      let step = from?.step ?? 0
      let wanted: number | undefined
      const steps = setup.steps(config)
      /** From the end of training on. */
      let cutting: { blades: Scissors; whole: Awaited<ReturnType<NonNullable<Frame['save']>>> } | null = null
      const cutNow = () => cutting!.blades.cut((pointsPerCut * (step - trained)) / 100)
      /** Trains, or cuts, until `until` steps are made. */
      const goOn = async (until: number): Promise<number> => {
        let made = step
        for (; made < Math.min(until, trained); made++)
          moment = (await training.next(updatesPerStep)).value ?? moment
        if (until >= trained)
          cutting ??= {
            whole: await moment.save!(),
            blades: scissors({
              model,
              x: looked.seen.x,
              randoms: seeds.map((seed) => random(seed).split(pruningDraws)),
              criterion: variant,
              scope: config.scope,
            }),
          }
        return until
      }
      /** The loss of the network before any cut; known as soon as something is cut. */
      let lossOfWhole: Float32Array | null = null
      const wholeLoss = () => {
        if (!lossOfWhole) {
          cutting!.blades.cut(0)
          lossOfWhole = lossAndTestAccuracy(model, looked).loss
          cutNow()
        }
        return lossOfWhole
      }
      const frame = () => ({
        ...moment,
        step,
        epoch: clockAt(step, updates),
        measure: async () => {
          const { loss, testAccuracy } = lossAndTestAccuracy(model, looked)
          const growth = cutting?.blades.predictedGrowth()
          return {
            testAccuracy,
            loss,
            predictedLoss: growth ? wholeLoss().map((before, seed) => before + growth[seed]!) : loss,
          }
        },
        view: async (): Promise<View> => ({
          layers: firstKernels(model).map((kernel, l) => layerPicture(kernel, model.layers[l]!.units)),
          kept: histograms(keptWeights(model), [-limit, limit]),
        }),
        inspect: async () => ({ ...(await moment.inspect!()), step }),
        // The network before any cut: from it every cut can be made again. Copies, since who saves may give buffers away.
        save: async () => {
          const { tensors, ...rest } = cutting?.whole ?? (await moment.save!())
          return { ...rest, tensors: tensors.map((tensor) => tensor.slice()), step }
        },
      })

      for (let until = step; ; until = Math.min(steps, step + Math.max(1, wanted ?? 1))) {
        step = await goOn(until)
        if (cutting) cutNow()
        wanted = yield frame()
        if (step >= steps) return
      }
    } finally {
      await training.return()
    }
  },
})
