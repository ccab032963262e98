/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup, { mostImages } from './config.ts'

export default defineRecordings(setup, {
  narrow: { config: { units: 32 } },
  'random-labels': { config: { randomLabels: '0.3', images: mostImages, steps: 300 } },
})
