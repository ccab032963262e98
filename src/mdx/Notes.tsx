/** What stands beside or between the paragraphs: margin notes, terms, marks and boxes. Not landmarks: there are many. */
import type { CSSProperties, ReactNode } from 'react'

interface AsideProps {
  /** Opens the note in bold. */
  title?: string
  /** The number of a footnote. */
  number?: string
  /** How many blocks of the text the note may stand beside. */
  span?: string
  children?: ReactNode
}

/** A margin note beside the paragraph before it; below that paragraph where there is no margin. */
export function Aside({ title, number, span, children }: AsideProps) {
  return (
    <div
      role="note"
      className="note"
      style={{ '--span': span } as CSSProperties}
      {...(number && { id: `note-${number}`, 'aria-label': `Note ${number}` })}
    >
      {number && (
        <a
          className="note-number"
          href={`#note-ref-${number}`}
          aria-label={`Back to the text of note ${number}`}
        >
          {number}
        </a>
      )}
      {title && <b>{title} </b>}
      {children}
    </div>
  )
}

/** A technical term where it is defined; its entry in the glossary leads here. */
export function Term({ id, children }: { id?: string; children?: ReactNode }) {
  return <dfn id={id}>{children}</dfn>
}

/** A place where a reader may leave the chapter with something whole. */
export function StopHere({ children }: { children?: ReactNode }) {
  return (
    <div role="note" className="stop" aria-label="A place to stop">
      <b>Stop here if</b> <div>{children}</div>
    </div>
  )
}

/** What many notes say, and what is true. */
export function ManySay({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <div role="note" className="many-say" aria-label="A common claim, corrected">
      <p className="claim">
        <b>Many notes say</b> <q>{says}</q>
      </p>
      <div className="truth">
        <b>What is true</b>
        {children}
      </div>
    </div>
  )
}

/** What to keep of the chapter. */
export function Summary({ children }: { children?: ReactNode }) {
  return <div className="summary">{children}</div>
}
