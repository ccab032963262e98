/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'features-alike': { config: { spread: 1 } },
  'all-rows': { config: { batch: 'all', steps: 6000 }, variants: ['adamL2', 'adamW'] },
})
