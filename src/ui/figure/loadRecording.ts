/** The recordings of all figures, by widget. Loaded when one is asked for. */
import { playRecording } from '../../lab/recordingRun.ts'
import type { Run } from '../../lab/runState.ts'
import type { Setup } from '../../lab/setup.ts'

const files = import.meta.glob<string>('/content/recordings/*/published.json', {
  query: '?url',
  import: 'default',
})

/**
 * @param leave is told what the reader wished for that only the live run can do.
 * @returns the recording as a run that stands at its start.
 * @throws if there is none, if it does not arrive, or if it is of other settings than the figure's.
 */
export async function loadRecording<S extends Setup>(
  live: Run<S>,
  widget: string,
  leave: (wish: (live: Run<S>) => void) => void,
  signal: AbortSignal,
): Promise<Run<S>> {
  const address = files[`/content/recordings/${widget}/published.json`]
  if (!address) throw new Error(`there is none. Make it with: npm run record ${widget}`)
  const response = await fetch(await address(), { signal })
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  return playRecording(await response.text(), { setup: live.setup, leave })
}
