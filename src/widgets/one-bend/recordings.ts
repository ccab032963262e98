/** Runs that the chapter quotes besides the published one. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'one-layer-fast': { config: { depth: 1, learningRate: 0.03 }, variants: ['relu'] },
  'one-layer-fast-long': { config: { depth: 1, learningRate: 0.03, epochs: 150 }, variants: ['relu'] },
})
