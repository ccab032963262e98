/** What stands in a figure's menu, and what its items may ask of the figure. */
import type { ComponentType } from 'react'
import type { FigureCode } from '../../../lab/figureCode.ts'
import type { Run } from '../../../lab/runState.ts'
import type { Parts } from '../useParts.ts'
import type { Note } from '../useNote.ts'
import type { glyphs } from './glyphs.ts'

export interface MenuItem {
  icon: keyof typeof glyphs
  words: string
  /** The letter that does the same while the focus is in the figure; one of `letters` in `controls/FigureMenu.tsx`. */
  letter?: string
  act: () => void
}

/** What a file of `items/` exports: what it has for this figure as it is now; none where it has nothing. */
export type Items = (figure: MenuFigure) => readonly MenuItem[]

/** A figure as its menu sees it. */
export interface MenuFigure {
  /** What the figure shows: its live run, or a recording. */
  run: Run
  /** The widget's folder name. */
  widget: string
  title: string
  /** The figure's name on the page, whose anchor is `fig-<id>`. */
  id: string | undefined
  /** "1.2" */
  number: string | undefined
  /** Loads what turns the experiment into a program; absent where there is none. */
  code: (() => Promise<{ default: FigureCode }>) | undefined
  /** The recording is shown; `play` and `leave` show it, and the live run again. */
  playing: boolean
  play: () => void
  leave: () => void
  /** The `<figure>`; null while it is not on the page. */
  element: () => HTMLElement | null
  /** Parts below the control bar, which items show and hide: `figure.parts.toggle('table', () => import(...), 'sorry')`. */
  parts: Parts
  /** Says a sentence below the control bar, which is read aloud. */
  say: (words: string, how?: Pick<Note, 'below'> & { ms?: number }) => void
}

/** A part that an item shows. */
export interface PartProps {
  number: string | undefined
  close: () => void
}
export type Part = ComponentType<PartProps>
