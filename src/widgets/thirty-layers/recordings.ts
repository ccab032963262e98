/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'ten-layers': { config: { depth: 10 } },
  'twenty-two-layers': { config: { depth: 22 }, variants: ['he', 'xavier'] },
  'twice-the-steps': { config: { steps: 1200 }, variants: ['xavier'] },
})
