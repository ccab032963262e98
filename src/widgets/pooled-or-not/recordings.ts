/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  standardised: { config: { pixels: 'standardised' } },
  'images-500': { config: { images: '500', steps: 800 } },
  'global-average': { config: { head: 'globalAverage' }, variants: ['max'] },
})
