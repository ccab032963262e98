/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'ten-rows': { config: { batch: 'ten' } },
  'l1-0.3': { config: { l1: 0.3 }, variants: ['l1SoftThreshold'] },
})
