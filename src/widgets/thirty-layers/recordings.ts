/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'ten-layers': { config: { depth: 10 } },
  'twenty-two-layers': { config: { depth: 22 }, variants: ['he', 'xavier'] },
  'twenty-two-layers-longer': { config: { depth: 22, steps: 1500 }, variants: ['xavier'] },
  'small-at-a-quarter': { config: { small: 0.25 }, variants: ['small'] },
  'twice-the-steps': { config: { steps: 1200 }, variants: ['xavier'] },
})
