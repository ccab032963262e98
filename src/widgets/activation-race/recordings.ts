/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'first-below': { variants: ['relu', 'elu'], measureEvery: 5 },
  'depth-2': { config: { depth: 2 }, variants: ['sigmoid'] },
  'depth-3': { config: { depth: 3 }, variants: ['sigmoid'] },
  'adam-larger-weights': { config: { optimizer: 'adam', weightScale: 3 }, variants: ['sigmoid'] },
  adam: { config: { optimizer: 'adam' }, variants: ['sigmoid'] },
  'two-thousand-steps': { config: { steps: 2000 }, variants: ['sigmoid'] },
})
