/** Which figures the lecture shows, in which order, and how long it takes; the result is a link that can be shared. */
import { useState } from 'react'
import { copyText } from '../../../ui/clipboard.ts'
import { useDialog } from '../useDialog.ts'
import { linkToDeck, longest, type Choice } from './deckLink.ts'

interface Row {
  figure: string
  shown: boolean
}

export interface DeckDialogProps {
  /** All slides of the lecture, as the book has them. */
  slides: readonly { figure: string; number: string; title: string }[]
  published: Choice
  /** As it is shown now. */
  deck: Choice
  /** Of the lecture, to share. */
  address: string
  onApply: (deck: Choice) => void
  onClose: () => void
}

/** Shown ones first and in order, then the others in that of the book. */
const rowsOf = ({ slides, deck }: Pick<DeckDialogProps, 'slides' | 'deck'>): Row[] => [
  ...deck.figures.map((figure) => ({ figure, shown: true })),
  ...slides
    .filter(({ figure }) => !deck.figures.includes(figure))
    .map(({ figure }) => ({ figure, shown: false })),
]

export function DeckDialog(props: DeckDialogProps) {
  const { slides, published, deck, address, onApply, onClose } = props
  const { dialog, leave } = useDialog(onClose)
  const [rows, setRows] = useState(() => rowsOf(props))
  const [minutes, setMinutes] = useState(String(deck.minutes))
  const [said, setSaid] = useState('')

  const move = (from: number, by: number) => {
    const next = [...rows]
    const [row] = next.splice(from, 1)
    next.splice(from + by, 0, row!)
    setRows(next)
    setSaid(`${titleOf(row!.figure)} is now number ${from + by + 1}.`)
  }
  const titleOf = (figure: string) => slides.find((slide) => slide.figure === figure)?.title ?? figure
  const chosen: Choice = {
    figures: rows.filter(({ shown }) => shown).map(({ figure }) => figure),
    minutes: Math.min(longest, Math.max(1, Math.round(Number(minutes)) || published.minutes)),
  }
  const link = linkToDeck(address, chosen, published)
  const copy = async () => {
    const copied = await copyText(link)
    setSaid(
      copied
        ? 'The link is copied.'
        : 'The browser does not let this page copy. Mark the link and copy it by hand.',
    )
  }
  return (
    <dialog {...dialog} className="deck-dialog" aria-labelledby="deck-title">
      <h2 id="deck-title">Figures of this lecture</h2>
      <ol>
        {rows.map(({ figure, shown }, i) => (
          <li key={figure} data-left-out={shown ? undefined : ''}>
            <label>
              <input
                type="checkbox"
                checked={shown}
                // A lecture has one slide at least.
                disabled={shown && chosen.figures.length === 1}
                onChange={() =>
                  setRows(rows.map((row) => (row.figure === figure ? { figure, shown: !shown } : row)))
                }
              />
              <span className="deck-number">{slides.find((slide) => slide.figure === figure)?.number}</span>{' '}
              {titleOf(figure)}
            </label>
            <button
              type="button"
              className="btn line"
              aria-label={`${titleOf(figure)}: earlier`}
              disabled={i === 0}
              onClick={() => move(i, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="btn line"
              aria-label={`${titleOf(figure)}: later`}
              disabled={i === rows.length - 1}
              onClick={() => move(i, 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <p className="deck-minutes">
        <label>
          Planned minutes{' '}
          <input
            type="number"
            min={1}
            max={longest}
            value={minutes}
            onChange={({ target }) => setMinutes(target.value)}
          />
        </label>
        <button
          type="button"
          className="btn line"
          onClick={() => {
            setRows(rowsOf({ slides, deck: published }))
            setMinutes(String(published.minutes))
          }}
        >
          As in the book
        </button>
      </p>
      <p className="deck-link">
        <label>
          Link to this lecture <input type="text" readOnly value={link} onFocus={(e) => e.target.select()} />
        </label>
        <button type="button" className="btn line" onClick={() => void copy()}>
          Copy
        </button>
      </p>
      <p role="status" className="deck-said">
        {said}
      </p>
      <p className="deck-acts">
        <button
          type="button"
          className="btn first"
          onClick={() => {
            onApply(chosen)
            leave()
          }}
        >
          Show this deck
        </button>
        <button type="button" className="btn line" onClick={leave}>
          Leave it as it is
        </button>
        <small>The slides are loaded again: runs and hands of this lecture begin anew.</small>
      </p>
    </dialog>
  )
}
