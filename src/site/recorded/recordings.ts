/** The recordings of the figures, by widget, held to their setups. Read when pages are rendered. */
import type { Config } from '../../lab/config.ts'
import { decodeRecording, misfit, type Recording } from '../../lab/recording.ts'
import type { Setup } from '../../lab/setup.ts'

const files = import.meta.glob<string>('/content/recordings/*/published.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const setups = import.meta.glob<Setup<Config>>('../../widgets/*/config.ts', {
  import: 'default',
  eager: true,
})

/** The figures that have a recording. */
export const recordedWidgets = (): string[] => Object.keys(files).map((file) => file.split('/')[3]!)

/** Null for a figure that is not recorded yet. Throws when its recording is of other settings. */
export function recordingOf(widget: string): { recording: Recording; setup: Setup } | null {
  const text = files[`/content/recordings/${widget}/published.json`]
  const setup = setups[`../../widgets/${widget}/config.ts`]
  if (text === undefined || !setup) return null
  const recording = decodeRecording(text)
  const wrong = misfit(recording, setup)
  if (wrong !== null) throw new Error(wrong)
  return { recording, setup }
}
