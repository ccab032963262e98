/** Title, subtitle, and the state line with the reader's prediction. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Attention } from './attention.ts'
import { useFigure, useRunValue, useWaitWords } from './FigureContext.ts'
import { tell } from './news.ts'
import { createJudge, verdict } from './question.ts'
import { stateWords } from './stateWords.ts'

export function FigureHead({
  number,
  title,
  subtitle,
}: {
  number: string | undefined
  title: string
  subtitle: string
}) {
  const { widget } = useFigure()
  return (
    <div className="fig-head">
      <div className="fig-names">
        <p className="fig-title" id={`${widget}-title`}>
          {number ? <span className="fig-number">Figure {number}</span> : null} {title}
        </p>
        <p className="fig-subtitle">{subtitle}</p>
      </div>
      <StateLine />
    </div>
  )
}

function useHold({ subscribe, hold }: Attention) {
  return useSyncExternalStore(subscribe, hold, hold)
}

function StateLine() {
  const { run, widget, question, guess, attention } = useFigure()
  const line = useRef<HTMLParagraphElement>(null)
  const hold = useHold(attention)
  // Words, not the state: while they stay the same nothing is rendered.
  const own = useRunValue(run, (state) => stateWords(state, run.setup, hold))
  const words = useWaitWords().state ?? own
  const guessed = question?.options.find(({ id }) => id === guess)
  const [judge] = useState(() => createJudge(question))
  const answer = useRunValue(run, () => judge(run))
  const right = question?.options.find(({ id }) => id === answer)
  useEffect(() => {
    if (!right) return
    const { id, label } = right
    tell(line.current, {
      widget,
      type: 'answer',
      answer: id,
      label,
      right: guess === null ? null : guess === id,
    })
  }, [right, widget, guess])
  return (
    <p className="state-line" ref={line}>
      {words}
      {guessed && question ? (
        <>
          . You predicted <span className="you">{guessed.label}</span>
          {answer === null ? '' : `. ${verdict(question, guessed.id, answer)}`}
        </>
      ) : null}
    </p>
  )
}
