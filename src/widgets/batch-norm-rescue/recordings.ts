/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'fitted-to-data': { config: { start: 'data' }, variants: ['none', 'weight'] },
  'three-layers': { config: { depth: 3 } },
  'rate-005': { config: { learningRate: 0.05 }, variants: ['none', 'batch'] },
  'rate-5': { config: { learningRate: 5 }, variants: ['none', 'batch'] },
  'rate-7': { config: { learningRate: 7 }, variants: ['none'] },
})
