/** A figure's recording, played in place of the live run: for readers whose device is slow, and for a first look. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Run } from '../../lab/runState.ts'
import type { Setup } from '../../lab/setup.ts'

const files = import.meta.glob<string>('/content/recordings/*/published.json', {
  query: '?url',
  import: 'default',
})

export interface Played<S extends Setup> {
  /** What the figure shows: the live run, or the recording. */
  run: Run<S>
  playing: boolean
  /** Loads the recording and plays it from the start; absent if there is none. */
  play?: () => void
  /** Back to the live run. */
  leave: () => void
  /** One sentence when the recording could not be loaded. */
  trouble: string | null
}

async function load<S extends Setup>(
  address: () => Promise<string>,
  live: Run<S>,
  leave: (wish?: (live: Run<S>) => void) => void,
  signal: AbortSignal,
): Promise<Run<S>> {
  const [{ playRecording }, response] = await Promise.all([
    import('../../lab/recordingRun.ts'),
    address().then((url) => fetch(url, { signal })),
  ])
  if (!response.ok) throw new Error(`the server answered ${response.status}`)
  return playRecording(await response.text(), { setup: live.setup, leave })
}

export function useRecording<S extends Setup>(live: Run<S>, widget: string): Played<S> {
  const [recorded, setRecorded] = useState<Run<S> | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const leave = useCallback(
    (wish?: (live: Run<S>) => void) => {
      setRecorded(null)
      wish?.(live)
    },
    [live],
  )
  useEffect(() => () => recorded?.dispose(), [recorded])
  /** Ends the loading that goes on, if one does. */
  const loading = useRef<AbortController>(undefined)
  useEffect(() => () => loading.current?.abort(), [])
  const address = files[`/content/recordings/${widget}/published.json`]
  const play = () => {
    live.pause()
    setTrouble(null)
    loading.current?.abort()
    loading.current = new AbortController()
    const { signal } = loading.current
    load(address!, live, leave, signal).then(
      (run) => {
        // The figure has gone, or was asked again.
        if (signal.aborted) return
        // It may have been started while the recording was on its way.
        live.pause()
        setRecorded(run)
        run.run()
      },
      (error: unknown) => {
        if (signal.aborted) return
        const why = error instanceof Error ? error.message : String(error)
        setTrouble(`The recording could not be loaded: ${why}`)
      },
    )
  }
  return {
    run: recorded ?? live,
    playing: recorded !== null,
    ...(address && { play }),
    leave: () => leave(),
    trouble,
  }
}
