/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  adam: { config: { optimizer: 'adam', learningRate: 0.001 } },
  'closer-together': { config: { smaller: 1.5, larger: 1.5 } },
})
