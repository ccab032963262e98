/** Networks trained with three rates of dropout, then asked many times with units left out, and once with all of them. */
import { defineExperiment, type Frame } from '../../lab/experiment.ts'
import type { HeatmapView } from '../../lab/views.ts'
import { randomLabels } from '../../nn/datasets/randomLabels.ts'
import { evaluate } from '../../nn/evaluate.ts'
import { heNormal } from '../../nn/initializers.ts'
import { mlp } from '../../nn/layers/mlp.ts'
import { learnDigits, type Looked } from '../../nn/learnDigits.ts'
import { adam } from '../../nn/optimizers/adam.ts'
import { random } from '../../nn/random.ts'
import setup, {
  batchSize,
  clockAt,
  hiddenLayers,
  learningRate,
  rates,
  testImages,
  trainingImages,
  trainingSteps,
  updatesPerStep,
  width,
} from './config.ts'
import { createPasses, wholeNetwork, type Passes } from './passes.ts'
import { picture } from './picture.ts'

export interface View {
  /** The probability of the true class of some test images: a row for each pass, then the average, then all units at once. */
  truth: HeatmapView
}

const size = 12

type Whole = ReturnType<typeof wholeNetwork>

export default defineExperiment({
  setup,
  async *train(context) {
    const { config, variant, seeds, from } = context
    const { updates } = config
    const rate = rates[variant]
    const model = mlp({
      inputs: size * size,
      hidden: Array<number>(hiddenLayers).fill(width),
      outputs: 10,
      activation: 'relu',
      kernelInitializer: heNormal(),
      seeds,
    })
    const trained = trainingSteps(updates)
    const share = Number(config.randomLabels)
    const training = learnDigits<never, Looked>(
      { ...context, from: from && { ...from, step: Math.min(from.step, trained) * updatesPerStep } },
      {
        need: { train: trainingImages, test: testImages, size },
        learns: ({ train }, seed) => randomLabels(train, share, random(seed).split('labels')),
        model,
        optimizer: adam(learningRate),
        batchSize,
        dropout: { rate, randoms: seeds.map((seed) => random(seed).split('dropout')) },
        steps: updates,
        learningRate: () => learningRate,
        measure: () => ({}),
        // Never shown: the tensors of the images, for the passes below.
        view: (looked) => looked,
      },
    )
    try {
      const start = (await training.next()).value
      if (!start) return
      let moment: Frame<never, Looked> = start
      const { seen, held } = await moment.view()
      const asked = { model, held, rate, seeds }
      const passes = createPasses(asked)
      let step = from?.step ?? 0
      while (passes.count < step - trained) passes.add()
      const steps = setup.steps(config)

      /** What does not change until the weights do: all units at once, and before there are passes to average the first. */
      let still: { of: Frame; whole: Whole; loss: Float32Array; first: Passes } | null = null
      const looked = () => {
        if (still?.of !== moment) {
          const first = createPasses(asked)
          if (passes.count === 0) first.add()
          const { loss } = evaluate(model, 'softmaxCrossEntropy', seen)
          still = { of: moment, whole: wholeNetwork(asked), loss, first }
        }
        return { ...still, average: passes.count > 0 ? passes : still.first }
      }
      const frame = () => ({
        ...moment,
        step,
        epoch: clockAt(step, updates),
        measure: async () => {
          const { average: made, whole, loss } = looked()
          const average = made.said()
          return {
            passesError: average.error,
            wholeError: whole.error,
            passesLoss: average.loss,
            wholeLoss: whole.loss,
            spreadFinds: average.finds,
            doubtFinds: whole.finds,
            loss,
          }
        },
        view: async (): Promise<View> => {
          const { average, whole } = looked()
          return { truth: picture(average.ofTruth, whole.ofTruth, config.passes) }
        },
        inspect: async () => ({ ...(await moment.inspect!()), step }),
        save: async () => ({ ...(await moment.save!()), step }),
      })

      let wanted = yield frame()
      while (step < steps) {
        const until = Math.min(steps, step + Math.max(1, wanted ?? 1))
        for (; step < until; step++) {
          if (step < trained) moment = (await training.next(updatesPerStep)).value ?? moment
          else passes.add()
        }
        wanted = yield frame()
      }
    } finally {
      await training.return()
    }
  },
})
