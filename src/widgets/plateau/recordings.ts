/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'depth-3': { config: { depth: 3, steps: 200 }, variants: ['small'] },
  'depth-4': { config: { depth: 4, steps: 300 }, variants: ['small'] },
  'depth-6': { config: { depth: 6, steps: 1000 }, variants: ['small'] },
  'twice-the-size': { config: { weights: 0.1, steps: 200 }, variants: ['small'] },
  'half-the-size': { config: { weights: 0.025, steps: 3000 }, variants: ['small'] },
  'half-the-rate': { config: { learningRate: 0.025, steps: 1000 }, variants: ['small'] },
})
