/** A figure's recording, played in place of the live run: for readers whose device is slow, and for a first look. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Run } from '../../lab/runState.ts'
import type { Setup } from '../../lab/setup.ts'
import type { Meanwhile } from './wait.ts'

export interface Played<S extends Setup> {
  /** What the figure shows: the live run, or the recording. */
  run: Run<S>
  playing: boolean
  /** The live run goes on behind the recording. */
  behind: boolean
  /** Loads the recording and plays it, from the start or from a step. The live run pauses, or goes on behind it `meanwhile`. */
  play: (meanwhile?: Meanwhile, from?: number) => void
  /** Back to the live run. */
  leave: (wish?: (live: Run<S>) => void) => void
  /** One sentence when the recording could not be loaded. */
  trouble: string | null
}

export function useRecording<S extends Setup>(live: Run<S>, widget: string): Played<S> {
  const [recorded, setRecorded] = useState<{ run: Run<S>; behind: boolean } | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const leave = useCallback(
    (wish?: (live: Run<S>) => void) => {
      setRecorded(null)
      wish?.(live)
    },
    [live],
  )
  useEffect(() => () => recorded?.run.dispose(), [recorded])
  /** Ends the loading that goes on, if one does. */
  const loading = useRef<AbortController>(undefined)
  useEffect(() => () => loading.current?.abort(), [])
  const play = useCallback(
    (meanwhile?: Meanwhile, from?: number) => {
      if (!meanwhile) live.pause()
      setTrouble(null)
      loading.current?.abort()
      loading.current = new AbortController()
      const { signal } = loading.current
      const loaded = import('./loadRecording.ts').then(({ loadRecording }) =>
        loadRecording(live, widget, leave, signal, from),
      )
      loaded.then(
        (run) => {
          // The figure has gone, or was asked again.
          if (signal.aborted) return
          // While the recording was on its way the reader may have changed, scrubbed, paused or started the run.
          if (!meanwhile) live.pause()
          else if (!meanwhile.still()) return
          setRecorded({ run, behind: meanwhile !== undefined })
          run.run()
        },
        (error: unknown) => {
          if (signal.aborted || meanwhile?.unasked) return
          const why = error instanceof Error ? error.message : String(error)
          setTrouble(`The recording could not be loaded: ${why}`)
        },
      )
    },
    [live, widget, leave],
  )
  return {
    run: recorded?.run ?? live,
    playing: recorded !== null,
    behind: recorded?.behind ?? false,
    play,
    leave,
    trouble,
  }
}
