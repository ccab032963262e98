/** A displayed equation. Too wide for its column it scrolls in itself (`data-scroll`, see site/page/scrollable.ts). */
import type { ReactNode } from 'react'

interface EquationProps {
  id?: string
  /** "1.3"; absent if no text refers to it. */
  number?: string
  children?: ReactNode
}

export function Equation({ id, number, children }: EquationProps) {
  return (
    <div className="equation" {...(id && { id })}>
      <div className="equation-scroll" data-scroll={number ? `Equation ${number}` : 'Equation'}>
        {children}
      </div>
      {number && <span className="equation-number">({number})</span>}
    </div>
  )
}
