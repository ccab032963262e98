/**
 * Watches a run that is shown to a room: when it is lost on its way it has a moment to go on by itself (docs/robustness.md);
 * if nothing moves by then, something else takes over. No DOM.
 */
import type { Run } from '../../lab/runState.ts'

/** Milliseconds that a lost run has: with the time that a recording takes to begin, a room waits two seconds at most. */
export const patience = 1500

export interface Loss {
  /** The step at which nothing moved any more. */
  step: number
  /** Steps per second as last measured; null where none was. */
  rate: number | null
}

/**
 * @param takeOver is called once for each loss that the run did not get over in time, or at all.
 * @returns how to stop watching.
 */
export function watchLoss(run: Run, takeOver: (loss: Loss) => void): () => void {
  let { status: before } = run.getState()
  let rate: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let lostAt: number | null = null

  const over = () => {
    clearTimeout(timer)
    lostAt = null
  }
  const look = () => {
    const { status, reach, stepsPerSecond } = run.getState()
    const wasTraining = before === 'running' || before === 'loading'
    before = status
    if (stepsPerSecond !== null) rate = stepsPerSecond
    const take = () => {
      over()
      takeOver({ step: reach.step, rate })
    }
    if (status === 'failed') {
      if (wasTraining) take()
    } else if (lostAt !== null) {
      // It goes on, or was stopped by whoever speaks.
      if (reach.step > lostAt || (status !== 'running' && status !== 'loading')) over()
    } else if (status === 'loading' && reach.step > 0) {
      lostAt = reach.step
      timer = setTimeout(take, patience)
    }
  }
  const stop = run.subscribe(look)
  return () => {
    stop()
    over()
  }
}
