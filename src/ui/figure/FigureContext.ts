/** What the parts of one figure share. Holds nothing that changes while training: parts subscribe to the run themselves. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { History, Run, RunState } from '../../lab/runState.ts'
import type { Attention } from './attention.ts'
import type { Question } from './question.ts'
import type { Explain } from './strips.ts'
import type { Wait, WaitWords } from './wait.ts'
import type { VariantStyle } from './variantStyle.ts'

export interface FigureShared {
  run: Run
  /** The widget's folder name; ids in the figure start with it. */
  widget: string
  styles: ReadonlyMap<string, VariantStyle>
  /** Who holds the run; its `pause` and `step` are the reader's. */
  attention: Attention
  /** Draw metrics whose scale is `log` on a linear axis. */
  linear: boolean
  question: Question | undefined
  /** What became of the run before it was forked; null if it was not, or when the reader has seen enough of it. */
  ghost: () => History | null
  dropGhost: () => void
  /** The option that the reader committed to; null before, and after a skip. */
  guess: string | null
  /** The predict card is open. */
  asking: boolean
  /** Commits to an option (or skips, with null) and runs. */
  commit: (option: string | null) => void
  /** Why a variant does not learn; says nothing until a run has begun. */
  explain: Explain
  /** How long the run takes here, once it has begun. */
  wait: Wait | null
  /** Shows the recording while the run goes on behind it, or the run again. */
  meanwhile: (shown: boolean) => void
  /** Sentence of the readout; null before anything happened. */
  readout: () => string | null
}

export const FigureContext = createContext<FigureShared | null>(null)

export function useFigure(): FigureShared {
  const figure = useContext(FigureContext)
  if (!figure)
    throw new Error('Expected a LiveFigure around this part, found none: put it inside <LiveFigure>.')
  return figure
}

const whole = (state: RunState) => state

/** The run's state, at most 4 times a second while training. */
export const useRunState = (run: Run): RunState => useRunValue(run, whole)

/** A part of the run's state; renders again only when that part changed. `select` must return the same object for the same state. */
export function useRunValue<T>(run: Run, select: (state: RunState) => T): T {
  const get = () => select(run.getState())
  const subscribe = useCallback((listener: () => void) => run.subscribe(listener), [run])
  return useSyncExternalStore(subscribe, get, get)
}

const [silent, unmoved] = [{ strip: null, state: null }, () => () => undefined]

/** What is said of a run that takes long here. */
export function useWaitWords(): WaitWords {
  const { wait } = useFigure()
  const read = () => wait?.read() ?? silent
  return useSyncExternalStore(wait?.subscribe ?? unmoved, read, read)
}

/** Style of a variant of this setup. */
export function styleOf(styles: ReadonlyMap<string, VariantStyle>, variant: string): VariantStyle {
  const style = styles.get(variant)
  if (!style)
    throw new Error(`Expected one of the variants ${[...styles.keys()].join(', ')}, found “${variant}”.`)
  return style
}
