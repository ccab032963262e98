/** Exercises with hints and solutions that open without JavaScript. The status of a checked one is filled by the page. */
import type { ReactNode } from 'react'

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

export function Exercise({ id, number, title, figure, check, checkedBy, href, children }: ExerciseProps) {
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
      {children}
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
