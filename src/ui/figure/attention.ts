/**
 * Who holds a figure's run: the reader, the screen or another figure. A run that leaves the screen, or whose page is
 * hidden, pauses and goes on when it is back, unless the reader paused it or another figure runs by then. No DOM.
 */
import type { Run, RunStatus } from '../../lab/runState.ts'

/** Why a run stands still: out of view, or because another figure is running. */
export type Hold = 'away' | 'other'

export interface Attention {
  /** Listens to the run until the function that it returns is called. */
  watch(): () => void
  /** The figure came into view, or left it. */
  setVisible(visible: boolean): void
  /** As the reader wishes: these pause for good. */
  pause(): void
  step(): void
  /** Why it is paused; null when it is not, or when the reader paused it. */
  hold: () => Hold | null
  /** Told when `hold` may have changed. */
  subscribe: (listener: () => void) => () => void
}

/** The one run of the page that trains, or is about to. */
let training: Run | null = null
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

const isTraining = (status: RunStatus) => status === 'running' || status === 'loading'

/** @param trains false for a recording, which keeps nobody from training. */
export function createAttention(run: Run, trains = true): Attention {
  let hold: Hold | null = null
  let visible = true
  let asked = false
  let before: RunStatus = run.getState().status

  function change() {
    const { status } = run.getState()
    if (trains && isTraining(status)) training = run
    else if (training === run) training = null
    // A run that nobody here paused was taken out of its seat by another figure.
    if (before === 'running' && status === 'paused') hold ??= asked ? null : 'other'
    else if (status !== 'paused') hold = null
    if (status !== before) asked = false
    before = status
    // Not at once: whoever started it has not finished starting it.
    if (!visible && status === 'running') queueMicrotask(leave)
    tell()
  }

  function leave() {
    if (visible || run.getState().status !== 'running') return
    hold = 'away'
    run.pause()
  }

  return {
    watch() {
      before = run.getState().status
      const stop = run.subscribe(change)
      return () => {
        stop()
        if (training === run) training = null
      }
    },
    setVisible(now) {
      visible = now
      const { status } = run.getState()
      leave()
      if (visible && hold === 'away') {
        if (trains && training !== null && training !== run) hold = 'other'
        else if (status === 'paused') run.run()
      }
      tell()
    },
    pause() {
      asked = true
      hold = null
      run.pause()
    },
    step() {
      asked = true
      hold = null
      run.step()
    },
    hold: () => (hold === 'other' && (training === null || training === run) ? null : hold),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
