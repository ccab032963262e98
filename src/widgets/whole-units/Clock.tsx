/** A button that times products with a sparse matrix on the reader's device. */
import { useState } from 'react'
import { useFigure, useRunState } from '../../ui/index.ts'
import { sparsityOf } from './config.ts'
import { side, timeProducts, type Timing } from './timing.ts'

const times = (ratio: number) => `${ratio.toFixed(2)}×`

export function Clock() {
  const { run } = useFigure()
  const { config } = useRunState(run)
  const sparsity = sparsityOf(Number(config['units']))
  const [timed, setTimed] = useState<{ sparsity: number; timing: Timing } | null>(null)
  const [timing, setTiming] = useState(false)
  const time = async () => {
    if (timing) return
    setTiming(true)
    setTimed({ sparsity, timing: await timeProducts(sparsity) })
    setTiming(false)
  }
  return (
    <div style={{ fontFamily: 'var(--sans)', fontSize: 'var(--fig-tick)' }}>
      <button
        type="button"
        className="btn line"
        style={{ minHeight: 44 }}
        // Not `disabled`, which would take the focus away.
        aria-disabled={timing}
        onClick={() => void time()}
      >
        Time {Math.round(100 * sparsity)}% zeros on this device
      </button>
      <p aria-live="polite" style={{ minHeight: '3em', marginTop: 8 }}>
        {timing
          ? 'Timing.'
          : timed === null
            ? `A matrix of ${side} by ${side}, in plain loops, one number at a time.`
            : `With ${Math.round(100 * timed.sparsity)}% zeros, times over the full matrix: zeros left in it ${times(timed.timing.zeros)}, compressed rows ${times(timed.timing.compressed)}, a smaller full matrix of as many weights ${times(timed.timing.smaller)}.`}
      </p>
    </div>
  )
}
