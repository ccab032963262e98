/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'fitted-to-data': { config: { start: 'data' }, variants: ['none', 'weight'] },
  'rate-7': { config: { learningRate: 7 }, variants: ['none'] },
})
