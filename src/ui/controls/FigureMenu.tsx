/** The menu behind the three dots: link, data table, full screen. */
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../figure/icons.tsx'

export interface MenuItem {
  icon: 'link' | 'table' | 'screen' | 'reset'
  words: string
  /** The letter that does the same while the focus is in the figure. */
  letter?: string
  act: () => void
}

export function FigureMenu({ items }: { items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return undefined
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape bubbles up from the buttons inside
    <div
      className="menu-box"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) {
          event.stopPropagation()
          close()
        }
      }}
    >
      <button
        type="button"
        className="btn sq"
        ref={button}
        aria-label="Link, data table, full screen"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open ? (
        <div className="menu">
          {items.map(({ icon, words, letter, act }) => (
            <button
              key={words}
              type="button"
              onClick={() => {
                act()
                close()
              }}
            >
              <Icon name={icon} />
              {words}
              {letter ? <kbd aria-hidden="true">{letter.toUpperCase()}</kbd> : null}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
