/** The training of ./train.ts as source code; the passes come after it. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, {
  batchSize,
  hiddenLayers,
  learningRate,
  rates,
  testImages,
  trainingImages,
  updatesPerStep,
  width,
} from './config.ts'

export default defineCode({
  widget: 'many-passes',
  setup,
  describe: ({ config, variant }) => ({
    ...onDigits({
      train: trainingImages,
      test: testImages,
      randomLabels: Number(config.randomLabels),
      hidden: Array<number>(hiddenLayers).fill(width),
      activation: 'relu',
      dropout: { rate: rates[variant] },
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate,
      batchSize,
    }),
    // A step of the figure is several updates, and then a pass.
    steps: config.updates,
    measureEvery: updatesPerStep,
  }),
})
