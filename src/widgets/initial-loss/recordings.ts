/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'two-thousand-steps': { config: { steps: 2000 }, variants: ['standard', 'small'] },
})
