/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'at-once': { config: { how: 'atOnce' } },
  halves: { config: { cut: 0.5, rounds: 4 } },
  'short-halves': { config: { cut: 0.5, rounds: 4, updates: 100 } },
})
