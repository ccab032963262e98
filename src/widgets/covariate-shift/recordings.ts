/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'shift-1': { config: { shift: 1 }, variants: ['noneShifted', 'batchShifted'] },
  'smaller-steps': { config: { learningRate: 0.1 } },
})
