/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import { onDigits } from '../../code/tasks.ts'
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'activation-race',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden: Array<number>(config.depth).fill(width),
      activation: variant,
      start: { rule: ruleOf(config.initializer, variant), times: [config.weightScale] },
      optimizer: config.optimizer,
      learningRate: config.learningRate,
      batchSize,
      lossRows: lossImages,
    }),
})

/** "Matched": what the activation's theory asks for. */
function ruleOf(
  initializer: ConfigOf<typeof setup>['initializer'],
  variant: VariantOf<typeof setup>,
): 'he' | 'xavier' {
  if (initializer !== 'matched') return initializer
  return variant === 'sigmoid' || variant === 'tanh' ? 'xavier' : 'he'
}
