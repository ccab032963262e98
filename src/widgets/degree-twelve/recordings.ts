/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'two-hundred-draws': { seeds: Array.from({ length: 200 }, (_, seed) => seed) },
  'hundred-points': { config: { points: 100 }, variants: ['none'] },
  'no-noise': { config: { noise: 0 }, variants: ['none'] },
  'degree-30': { config: { degree: 30 }, variants: ['none'] },
})
