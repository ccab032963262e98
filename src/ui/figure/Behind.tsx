/** A run that goes on while its recording is shown: it too pauses when the figure leaves the screen. */
import { useMemo, type RefObject } from 'react'
import type { Run } from '../../lab/runState.ts'
import { createAttention } from './attention.ts'
import { useOnScreen } from './useOnScreen.ts'

export function Behind({ figure, run }: { figure: RefObject<Element | null>; run: Run }) {
  const attention = useMemo(() => createAttention(run), [run])
  useOnScreen(figure, run, attention, false)
  return null
}
