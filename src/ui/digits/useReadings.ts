/** Asks the networks what they read: again after each change of the drawing, and as training goes on. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Run } from '../../lab/runState.ts'
import { useFigure } from '../figure/FigureContext.ts'
import { useFrame } from '../figure/useFrame.ts'

/** Class probabilities by variant. */
export type Readings = Readonly<Record<string, Float32Array>>

interface Answer {
  readings: Readings | null
  /** Why there is no answer, in a sentence. */
  problem: string | null
}

const none: Answer = { readings: null, problem: null }

/** Networks that have diverged give no answer; where none does for another reason, none is there yet. */
function answered(readings: Readings | null, run: Run): Readings | null {
  const { diverged, variants } = run.getState()
  const some = readings && Object.keys(readings).length > 0
  return some || variants.every((id) => diverged[id]?.[0] != null) ? readings : null
}

/** Milliseconds from one question to the next: networks that train should not be kept from it. */
const every = 200

/**
 * @param image what the networks see; null while nothing is drawn. A new array for each change of the drawing.
 * @returns null while nothing is drawn, or no network is there to ask; `problem` says what went wrong.
 */
export function useReadings(image: Float32Array | null): Answer {
  const { run } = useFigure()
  const [answer, setAnswer] = useState<Answer>(none)
  const wanted = useRef(image)
  const asked = useRef<{ image: Float32Array | null; moment: string }>({ image: null, moment: '' })
  const busy = useRef(false)
  /** Somebody wanted to ask while another question was under way. */
  const again = useRef(false)
  const mounted = useRef(true)

  /** The networks are others after each of these. */
  const moment = () => {
    const { reach, status, backend, variants, forkedAt } = run.getState()
    return [reach.step, status === 'loading', backend, variants.join(), forkedAt?.step].join(' ')
  }

  /** One question at a time; what has changed meanwhile is asked next. */
  async function ask(): Promise<void> {
    const [question, now] = [wanted.current, moment()]
    if (!question || !mounted.current) return
    if (busy.current) {
      again.current = true
      return
    }
    if (asked.current.image === question && asked.current.moment === now) return
    busy.current = true
    again.current = false
    try {
      const readings = answered(await run.predict(question, 1), run)
      // Where no network is there yet, the next repaint asks again.
      asked.current = readings ? { image: question, moment: now } : { image: null, moment: '' }
      if (mounted.current && wanted.current) setAnswer({ readings, problem: null })
    } catch (error) {
      asked.current = { image: question, moment: now }
      if (mounted.current) {
        setAnswer({ readings: null, problem: error instanceof Error ? error.message : String(error) })
      }
    }
    setTimeout(() => {
      busy.current = false
      if (again.current) void ask()
    }, every)
  }

  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const changed = useEffectEvent((drawing: Float32Array | null) => {
    wanted.current = drawing
    void ask()
  })
  useEffect(() => changed(image), [image])
  useFrame(run, () => void ask())
  return image ? answer : none
}
