/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'images-400': { config: { images: 400 }, variants: ['asTheyAre'] },
  'images-600': { config: { images: 600 }, variants: ['asTheyAre'] },
  'two-pixels': { config: { reach: 2, steps: 1500 }, variants: ['shifted'] },
})
