/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import setup, { batchSize, lossImages, testImages, trainingImages, width } from './config.ts'

export default defineCode({
  widget: 'activation-race',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'training',
    data: { kind: 'digits', train: trainingImages, test: testImages, size: 12 },
    hidden: Array<number>(config.depth).fill(width),
    outputs: 10,
    activation: variant,
    start: { rule: ruleOf(config.initializer, variant), times: [config.weightScale] },
    loss: 'softmaxCrossEntropy',
    optimizer: config.optimizer,
    learningRate: config.learningRate,
    batchSize,
    lossRows: lossImages,
    steps: setup.steps(config),
    measureEvery: setup.measureEvery(config),
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
