/** The menu behind the three dots. What it does is loaded when it is asked for. */
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../figure/icons.tsx'
import type { MenuFigure } from '../figure/menu/menuItem.ts'

type Code = typeof import('../figure/menu/Menu.tsx')
const load = (): Promise<Code> => import('../figure/menu/Menu.tsx')

const sorry = 'The menu could not be loaded. Try again.'

/** The letters that items of the menu go by. */
export const letters: readonly string[] = ['l', 'p', 't', 'f']

/** What each letter does while the focus is in the figure. */
export const letterKeys = (figure: MenuFigure): Record<string, () => void> =>
  Object.fromEntries(
    letters.map((letter) => [
      letter,
      () =>
        void load().then(
          ({ itemsOf }) =>
            itemsOf(figure)
              .find((item) => item.letter === letter)
              ?.act(),
          () => figure.say(sorry),
        ),
    ]),
  )

export function FigureMenu({ figure }: { figure: MenuFigure }) {
  const [code, setCode] = useState<Code | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const open = code !== null
  useEffect(() => {
    if (!open) return undefined
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setCode(null)
    }
    document.addEventListener('pointerdown', outside)
    return () => document.removeEventListener('pointerdown', outside)
  }, [open])
  const close = () => {
    setCode(null)
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
        aria-label="More"
        aria-expanded={open}
        onClick={() => {
          if (open) setCode(null)
          else load().then(setCode, () => figure.say(sorry))
        }}
      >
        <Icon name="more" />
      </button>
      {code ? <code.Menu figure={figure} onDone={close} /> : null}
    </div>
  )
}
