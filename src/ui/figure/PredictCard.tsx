/**
 * Guess before Run: a question, options, and a way past it. Pressing Run in the control bar skips it, too.
 * Its buttons say "start": only one button of a figure is called Run.
 */
import { useState } from 'react'
import { useFigure } from './FigureContext.ts'
import type { Question } from './question.ts'
import { VariantKey } from './VariantKey.tsx'

export function PredictCard() {
  const { question } = useFigure()
  // Hidden once it is answered, not gone: the figure keeps its height.
  return question ? (
    <div className="guess">
      <Card question={question} />
    </div>
  ) : null
}

function Card({ question }: { question: Question }) {
  const { widget, styles, commit } = useFigure()
  const [picked, setPicked] = useState<string | null>(null)
  return (
    <section className="predict" aria-labelledby={`${widget}-question`}>
      <p className="predict-ask" id={`${widget}-question`}>
        {question.ask}
      </p>
      {question.context ? <p className="predict-context">{question.context}</p> : null}
      {question.options.map(({ id, label, note }) => {
        const style = styles.get(id)
        return (
          <label key={id} className={picked === id ? 'option picked' : 'option'}>
            <input
              type="radio"
              name={`${widget}-guess`}
              value={id}
              checked={picked === id}
              onChange={() => setPicked(id)}
            />
            {style ? (
              <span className={`option-key s${style.series}`}>
                <VariantKey style={style} />
              </span>
            ) : null}
            <span>{label}</span>
            {note ? <span className="option-note">{note}</span> : null}
          </label>
        )
      })}
      <div className="predict-acts">
        <button type="button" className="btn quiet" onClick={() => commit(null)}>
          Skip, just start
        </button>
        <button type="button" className="btn pri" disabled={picked === null} onClick={() => commit(picked)}>
          Lock in and start
        </button>
      </div>
    </section>
  )
}
