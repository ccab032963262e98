/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'three-times-as-long': { config: { steps: 1200 }, variants: ['none', 'batch'] },
  momentum: { config: { optimizer: 'momentum' }, variants: ['none', 'batch'] },
})
