/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'depth-20': { config: { depth: 20 }, variants: ['width8'] },
  // Twenty thousand networks of each width.
  'hundred-seeds': {
    variants: ['width2', 'width3', 'width4', 'width8'],
    seeds: Array.from({ length: 100 }, (_, seed) => seed),
    measureEvery: 10,
  },
})
