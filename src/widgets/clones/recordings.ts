/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'one-unit': { config: { units: 1 }, variants: ['constant'] },
  'tiny-noise': { config: { noise: 1e-6 }, variants: ['noisy'] },
  'random-output': { config: { outputWeights: 'random' }, variants: ['zero', 'constant'] },
  'random-output-tanh': { config: { outputWeights: 'random', activation: 'tanh' }, variants: ['zero'] },
})
