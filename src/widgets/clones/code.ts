/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Start } from '../../code/experiment.ts'
import { onDigits } from '../../code/tasks.ts'
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import setup, { batchSize, lossImages, testImages, trainingImages } from './config.ts'

export default defineCode({
  widget: 'clones',
  setup,
  describe: ({ config, variant }) =>
    onDigits({
      train: trainingImages,
      test: testImages,
      hidden: [config.units],
      activation: config.activation,
      start: startOf(config, variant),
      outputStart: config.outputWeights === 'random' ? { rule: 'he' } : undefined,
      optimizer: config.optimizer,
      learningRate: config.learningRate,
      batchSize,
      lossRows: lossImages,
    }),
})

function startOf(
  { constant, noise }: Pick<ConfigOf<typeof setup>, 'constant' | 'noise'>,
  variant: VariantOf<typeof setup>,
): Start {
  if (variant === 'zero') return { rule: 'constant', value: 0 }
  if (variant === 'constant') return { rule: 'constant', value: constant }
  if (variant === 'noisy') return { rule: 'normal', mean: constant, stddev: noise }
  return { rule: 'he' }
}
