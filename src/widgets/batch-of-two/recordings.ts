/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'batch-4': { config: { batchSize: '4' } },
  'batch-8': { config: { batchSize: '8' } },
  'batch-32': { config: { batchSize: '32' } },
  'long-memory': { config: { momentum: 0.99 }, variants: ['batch'] },
})
