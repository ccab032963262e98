/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'depth-1': { config: { depth: 1 } },
  'depth-6': { config: { depth: 6 } },
  'quiet-output': { config: { outputScale: 0.01 } },
  'tenth-of-the-weights': { config: { weightScale: 0.1 }, variants: ['standard'] },
  'two-thousand-steps': { config: { steps: 2000 }, variants: ['standard', 'small'] },
})
