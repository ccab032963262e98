/** The recordings of all figures, by widget. Loaded when one is asked for. */
import { playRecording } from '../../lab/recordingRun.ts'
import type { Run } from '../../lab/runState.ts'
import type { Setup } from '../../lab/setup.ts'

const files = import.meta.glob<string>('/content/recordings/*/published.json', {
  query: '?url',
  import: 'default',
})

/** The texts of recordings that may be needed when there is no network any more. */
const kept = new Map<string, string>()

async function textOf(widget: string, signal?: AbortSignal): Promise<string> {
  const known = kept.get(widget)
  if (known !== undefined) return known
  const address = files[`/content/recordings/${widget}/published.json`]
  if (!address) throw new Error(`there is none. Make it with: npm run record ${widget}`)
  const response = await fetch(await address(), signal ? { signal } : {})
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  return response.text()
}

/** Fetches a figure's recording ahead, so that it can be played offline. @throws if it does not arrive. */
export async function keepRecording(widget: string): Promise<void> {
  kept.set(widget, await textOf(widget))
}

/**
 * @param leave is told what the reader wished for that only the live run can do.
 * @param from the step from which it is played the first time.
 * @returns the recording as a run that has not begun.
 * @throws if there is none, if it does not arrive, or if it is of other settings than the figure's.
 */
export async function loadRecording<S extends Setup>(
  live: Run<S>,
  widget: string,
  leave: (wish: (live: Run<S>) => void) => void,
  signal: AbortSignal,
  from = 0,
): Promise<Run<S>> {
  return playRecording(await textOf(widget, signal), { setup: live.setup, leave, from })
}
