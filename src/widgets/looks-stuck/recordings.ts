/** What the home page says of other starts. */
import { defineRecordings } from '../../lab/recordingSettings.ts'
import setup from './config.ts'

export default defineRecordings(setup, {
  'five-starts': { seeds: [0, 1, 2, 3, 4] },
})
