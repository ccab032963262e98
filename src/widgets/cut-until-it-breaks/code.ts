/** The training of ./train.ts as source code, with one cut at its end. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import setup, { batchSize, exampleSparsity, hidden, testImages, updatesPerStep } from './config.ts'

export default defineCode({
  widget: 'cut-until-it-breaks',
  setup,
  describe: ({ config, variant }) => ({
    ...onDigits({
      train: config.images,
      test: testImages,
      hidden,
      activation: 'relu',
      start: { rule: 'he' },
      optimizer: 'adam',
      learningRate: config.learningRate,
      batchSize,
      // The figure makes one cut after another; the program makes one, and its sparsity can be changed.
      prune: {
        by: variant,
        scope: config.scope,
        cuts: [{ step: config.updates, sparsity: exampleSparsity }],
      },
    }),
    // A step of the figure is several updates, and then a cut.
    steps: config.updates,
    measureEvery: updatesPerStep,
  }),
})
