/** The lecture's clock: how long it has gone on, of how many minutes, and whether that fits the slide. */
import { useEffect, useState } from 'react'
import { recall, remember } from '../windowMemory.ts'
import {
  clockWords,
  elapsed,
  parseClock,
  paceWords,
  pauseClock,
  printClock,
  startClock,
  stopped,
  type Clock,
} from './clock.ts'
import { longest } from './deckLink.ts'

/** Of this window, so that it goes on when the page is loaded again. */
const key = 'lecture-clock'

export function ClockBar({
  planned,
  onPlanned,
  index,
  count,
}: {
  /** Minutes. */
  planned: number
  onPlanned: (minutes: number) => void
  index: number
  count: number
}) {
  const [clock, setClock] = useState(() => parseClock(recall(key)))
  const [now, setNow] = useState(Date.now)
  const change = (next: Clock) => {
    setClock(next)
    setNow(Date.now())
    remember(key, printClock(next), 'The clock')
  }
  const goes = clock.since !== null
  useEffect(() => {
    if (!goes) return undefined
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [goes])
  const spent = elapsed(clock, now)
  return (
    <div className="clock-bar">
      <span className="clock-acts">
        <button
          type="button"
          className="btn line"
          onClick={() => change(goes ? pauseClock(clock, Date.now()) : startClock(clock, Date.now()))}
        >
          {goes ? 'Pause' : spent > 0 ? 'Go on' : 'Start'}
          <span className="sr"> the clock</span>
        </button>
        {spent > 0 ? (
          <button type="button" className="btn line" onClick={() => change(stopped)}>
            Reset<span className="sr"> the clock</span>
          </button>
        ) : null}
      </span>
      <time className="clock" role="timer">
        {clockWords(spent)}
      </time>
      <span className="clock-plan">
        of{' '}
        <label>
          <span className="sr">Planned minutes</span>
          <input
            type="number"
            min={1}
            max={longest}
            value={planned}
            onChange={({ target }) => {
              const minutes = Math.round(Number(target.value))
              if (minutes >= 1 && minutes <= longest) onPlanned(minutes)
            }}
          />
        </label>
        :00{spent > 0 ? <span className="pace">, {paceWords(spent, planned, index, count)}</span> : null}
      </span>
    </div>
  )
}
