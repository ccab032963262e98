/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Training } from '../../code/experiment.ts'
import type { ConfigOf, VariantOf } from '../../lab/setup.ts'
import { random } from '../../nn/random.ts'
import setup, { batchSize, features, rowCount } from './config.ts'
import { makeData } from './data.ts'

type Config = ConfigOf<typeof setup>

const penalties: Record<VariantOf<typeof setup>, (config: Config) => Pick<Training, 'penalty' | 'shrink'>> = {
  none: () => ({}),
  l2: ({ l2 }) => ({ penalty: { name: 'l2', strength: l2 } }),
  l1Subgradient: ({ l1 }) => ({ penalty: { name: 'l1', strength: l1 } }),
  l1SoftThreshold: ({ l1 }) => ({ shrink: { name: 'softThreshold', strength: l1 } }),
}

export default defineCode({
  widget: 'hammer',
  setup,
  describe({ config, variant, seed }) {
    if (config.batch === 'none')
      throw new Error(
        `Without data there is nothing to train: choose all ${rowCount} or ${batchSize} for “${setup.config.batch.label}” to get a program.`,
      )
    return {
      kind: 'training',
      data: {
        kind: 'rows',
        count: rowCount,
        features,
        draw: () => makeData(random(seed).split('data')),
      },
      hidden: [],
      outputs: 1,
      activation: 'linear',
      start: { rule: 'normal', stddev: 1 },
      loss: 'halfMeanSquare',
      optimizer: 'sgd',
      learningRate: config.learningRate,
      batchSize: config.batch === 'ten' ? batchSize : rowCount,
      ...penalties[variant](config),
    }
  },
})
