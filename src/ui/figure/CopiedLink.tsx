/** Says that the link was copied, or shows it where the browser does not let the page copy. */
import { useEffect, useRef, useState } from 'react'

/** How long "Link copied" stands, in ms. */
const stands = 6000

/** `lacks`: a sentence on what the link does not hold; empty where it holds all. */
export type Copied = { kind: 'copied'; lacks: string } | { kind: 'refused'; link: string }

/** `copy` tries, and `note` is what came of it; null when there is nothing to say. */
export function useCopy(): {
  note: Copied | null
  copy: (link: string, lacks?: string) => void
  dismiss: () => void
} {
  const [note, setNote] = useState<Copied | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const copy = (link: string, lacks = '') => {
    clearTimeout(timer.current)
    // Where a page may not use the clipboard at all, there is none to ask.
    const written =
      (navigator.clipboard as Clipboard | undefined)?.writeText(link) ?? Promise.reject(new Error())
    written.then(
      () => {
        setNote({ kind: 'copied', lacks })
        timer.current = setTimeout(() => setNote(null), stands)
      },
      () => setNote({ kind: 'refused', link }),
    )
  }
  return { note, copy, dismiss: () => setNote(null) }
}

/** Always in the page, so that assistive technology hears what appears in it. */
export const CopiedLink = ({ note, onDismiss }: { note: Copied | null; onDismiss: () => void }) => (
  <>
    {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> belongs to a form, and is read less reliably */}
    <div className="copied" role="status">
      {note === null
        ? null
        : note.kind === 'copied'
          ? note.lacks
            ? `Link copied. ${note.lacks}`
            : 'Link copied'
          : 'The browser did not let this page copy. Copy the link by hand:'}
    </div>
    {note?.kind === 'refused' ? (
      <div className="copy-by-hand">
        <input
          readOnly
          aria-label="Link"
          value={note.link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button type="button" className="btn line" onClick={onDismiss}>
          Done
        </button>
      </div>
    ) : null}
  </>
)
