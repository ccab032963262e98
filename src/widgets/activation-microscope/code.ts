/** The experiment of ./train.ts as source code. */
import { defineCode } from '../../code/define.ts'
import type { Start } from '../../code/experiment.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup, { inputs } from './config.ts'

const starts: Record<VariantOf<typeof setup>, Start> = {
  small: { rule: 'normal', stddev: 0.01 },
  uniform: { rule: 'fanInUniform' },
  xavier: { rule: 'xavier' },
  he: { rule: 'he' },
  normal: { rule: 'normal', stddev: 1 },
}

export default defineCode({
  widget: 'activation-microscope',
  setup,
  describe: ({ config, variant }) => ({
    kind: 'passing',
    rows: inputs,
    width: config.width,
    depth: config.depth,
    activation: config.activation,
    start: { ...starts[variant], times: [config.weightScale] },
  }),
})
