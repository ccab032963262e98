/** The one quiet sentence in the foot of a slide: what took over, what takes long, what was corrected. */
import { backendNames } from '../../lab/engine.ts'
import type { Run, RunState } from '../../lab/runState.ts'
import { useRunValue, useWaitWords } from '../../ui/figure/FigureContext.ts'

interface Shown {
  live: Run
  /** The recording is shown. */
  playing: boolean
  /** It took over from a run that was lost. */
  lost: boolean
  /** Why a recording did not come. */
  trouble: string | null
}

export const recordingWords = 'This is the recording of the figure.'

function ofLive({ status, notice, backend, corrections }: RunState): string | null {
  if (status === 'failed') return 'Training stopped on this device.'
  if (notice !== null && backend !== null)
    return `Training was interrupted and went on with ${backendNames[backend]}.`
  return corrections.length > 0 ? 'Some values of the link were not possible here.' : null
}

export function useNotice({ live, playing, lost, trouble }: Shown): { words: string | null; slow: boolean } {
  const wait = useWaitWords().strip
  const own = useRunValue(live, ofLive)
  const failed = useRunValue(live, ({ status }) => status === 'failed')
  if (trouble) return { words: trouble, slow: false }
  if (playing && wait) return { words: `A run takes long on this device. ${recordingWords}`, slow: false }
  if (playing)
    return { words: lost ? `Training stopped here. ${recordingWords}` : recordingWords, slow: false }
  if (wait) return { words: wait.lead, slow: true }
  return { words: own, slow: failed }
}
