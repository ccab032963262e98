/** Exercises with hints and solutions that open without JavaScript. The status of a checked one is filled by the page. */
import { Children, isValidElement, type ReactNode } from 'react'

interface ExerciseProps {
  id: string
  /** "1.3" */
  number: string
  title?: string
  /** The live figure that checks it: the name of its widget folder. */
  figure?: string
  /** JSON of what it must reach: a `Check` of ui/figure/checkExercises.ts. */
  check?: string
  /** "Figure 1.5" and its address, when it stands before the exercise. */
  checkedBy?: string
  href?: string
  children?: ReactNode
}

/** Kept by the page for the reader, who alone sees it; not shown without JavaScript. */
function OwnAnswer({ number }: { number: string }) {
  return (
    <details className="own-answer">
      <summary>Your answer</summary>
      <textarea rows={4} aria-label={`Your answer to exercise ${number}`} />
      <p>It is kept in this browser and goes nowhere else.</p>
    </details>
  )
}

/** What the exercise asks, and the hints and solutions after it. */
const split = (children: ReactNode): [ReactNode[], ReactNode[]] => {
  const all = Children.toArray(children)
  const help = all.findIndex((one) => isValidElement(one) && (one.type === Hint || one.type === Solution))
  return help < 0 ? [all, []] : [all.slice(0, help), all.slice(help)]
}

export function Exercise({ id, number, title, figure, check, checkedBy, href, children }: ExerciseProps) {
  const [asks, helps] = split(children)
  return (
    <section
      className="exercise"
      id={id}
      aria-labelledby={`${id}-title`}
      {...(figure && { 'data-check-figure': figure, 'data-check': check })}
    >
      <h3 id={`${id}-title`}>
        <span>Exercise {number}</span> {title}
      </h3>
      {asks}
      {!figure && <OwnAnswer number={number} />}
      {helps}
      {checkedBy && (
        <p className="exercise-check">
          <a href={href}>{checkedBy}</a> checks this one when a run there ends.
        </p>
      )}
      {figure && <p className="exercise-status" role="status" />}
    </section>
  )
}

export function Hint({ children }: { children?: ReactNode }) {
  return (
    <details className="hint">
      <summary>Hint</summary>
      {children}
    </details>
  )
}

export function Solution({ children }: { children?: ReactNode }) {
  return (
    <details className="solution">
      <summary>Solution</summary>
      {children}
    </details>
  )
}
