/** Loads, when a figure's run begins, what speaks of runs: diagnoses, exercises, how long it takes. Client only. */
import { useEffect, useMemo, useState } from 'react'
import type { Run } from '../../lab/runState.ts'
import { useRunValue } from './FigureContext.ts'
import type { Explain } from './strips.ts'
import { savesData } from './useOnScreen.ts'
import type { Meanwhile, Wait } from './wait.ts'

const unexplained: Explain = () => null

/**
 * @param live the figure's own run, whatever is shown.
 * @param behind the recording is shown while it goes on.
 * @param play shows the recording.
 */
export function useBegun(
  live: Run,
  widget: string,
  behind: boolean,
  play: (meanwhile: Meanwhile) => void,
): { explain: Explain; wait: Wait | null } {
  const status = useRunValue(live, (state) => state.status)
  const [code, setCode] = useState<typeof import('./begun.ts') | null>(null)
  useEffect(() => {
    if (status !== 'idle' && !code)
      import('./begun.ts').then(setCode, () => {
        // Without it, offline say, the figure still trains, and a strip still says what happened. It is tried again
        // at the next Run, and when the run has ended.
      })
  }, [status, code])
  useEffect(() => code?.checkExercises(live, widget), [code, live, widget])
  const wait = useMemo(
    () => code?.createWait({ run: live, unasked: !savesData(), play }) ?? null,
    [code, live, play],
  )
  useEffect(() => wait?.watch(), [wait])
  useEffect(() => wait?.shows(behind), [wait, behind])
  return { explain: code?.diagnosisOf ?? unexplained, wait }
}
