/** Title, subtitle, and the state line with the reader's prediction. */
import { useSyncExternalStore } from 'react'
import { useFigure, useRunState } from './FigureContext.ts'
import { verdict } from './question.ts'
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

function StateLine() {
  const { run, question, guess, attention } = useFigure()
  const state = useRunState(run)
  const hold = useSyncExternalStore(attention.subscribe, attention.hold, attention.hold)
  const words = stateWords(state, run.setup.clock(state.config), hold)
  const guessed = question?.options.find(({ id }) => id === guess)
  const answer = guessed && question?.answer ? question.answer(run) : null
  return (
    <p className="state-line">
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
