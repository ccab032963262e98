/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'long-enough-for-raw': { config: { steps: 10_000 }, variants: ['raw'] },
  'means-are-zero': { config: { mean: 0 }, variants: ['raw'] },
  'spreads-are-equal': { config: { spreads: 1 }, variants: ['raw'] },
  'nothing-is-correlated': { config: { correlation: 0 }, variants: ['raw'] },
})
