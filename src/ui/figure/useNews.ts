/** Tells the page that a figure is ready, runs, is done. Client only. */
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import type { Run } from '../../lab/runState.ts'
import { useRunValue } from './FigureContext.ts'
import { tell } from './news.ts'

/**
 * @param run what the figure shows: its live run, or a recording.
 * @param recall takes a guess that the reader made earlier.
 */
export function useNews(
  figure: RefObject<Element | null>,
  run: Run,
  widget: string,
  recorded: boolean,
  recall: (guess: string | null) => void,
): void {
  const status = useRunValue(run, (state) => state.status)
  const seen = useRef({ run, status: 'idle' })
  useEffect(() => {
    const before = seen.current.run === run ? seen.current.status : 'idle'
    if (status === before || status === 'loading') return
    seen.current = { run, status }
    // From a pause it goes on; anything else is a new run.
    if (status === 'running' && before !== 'paused') tell(figure.current, { widget, type: 'run', recorded })
    if (status === 'done') tell(figure.current, { widget, type: 'done', recorded })
  }, [figure, run, status, widget, recorded])
  const recallNow = useEffectEvent(recall)
  const shown = useEffectEvent(() => run)
  useEffect(() => {
    tell(figure.current, { widget, type: 'ready', recall: (guess) => recallNow(guess), shown: () => shown() })
  }, [figure, widget])
}
