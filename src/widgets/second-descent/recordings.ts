/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

const twenty = Array.from({ length: 20 }, (_, seed) => seed)

export default defineRecordings(setup, {
  'four-hundred-features': { config: { features: 400 }, seeds: twenty },
  'eighty-points': { config: { points: 80 }, variants: ['none'] },
  'no-noise': { config: { noise: 0 }, variants: ['none'] },
  'tiny-penalty': { config: { penalty: 1e-4 }, variants: ['penalty'] },
  'best-penalty': { config: { penalty: 0.1 }, variants: ['penalty'] },
})
