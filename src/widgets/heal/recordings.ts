/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  half: { config: { sparsity: 50 } },
  'sparsity-95': { config: { sparsity: 95 } },
})
