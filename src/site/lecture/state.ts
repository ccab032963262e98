/**
 * The one store of a lecture: which slide is shown and how, what the room guessed, how the slide's run stands. Keys,
 * buttons, clickers and other windows all act through `dispatch`. Its state is plain data that can be posted to
 * another window. No DOM.
 */
import type { RunStatus } from '../../lab/runState.ts'
import type { Command, PlainCommand } from './commands.ts'
import { createStore, type Followed } from './store.ts'

export const projectorThemes = ['projector', 'projector-dark'] as const
export type ProjectorTheme = (typeof projectorThemes)[number]

export type View = 'question' | 'figure'

export interface LectureOption {
  id: string
  label: string
  note?: string
}

export interface LectureQuestion {
  ask: string
  options: readonly LectureOption[]
}

/** How the run of a slide stands. */
export interface RunFacts {
  status: RunStatus
  /** Where the epoch line stands, on the clock. */
  epoch: number
  /** "epoch" */
  clock: string
  /** The slide shows the figure's recording. */
  recorded: boolean
}

/** What a figure tells the store of itself. */
export interface FigureFacts {
  question?: LectureQuestion | null
  run?: RunFacts
  /** The option that the run decided on. */
  answer?: string
  /** One quiet sentence for the foot: what took over from a graphics card that is gone. */
  notice?: string | null
  /** The run takes so long here that its recording is offered. */
  slow?: boolean
}

/** What the store asks of the figure on the slide. */
export interface Driver {
  run: () => void
  pause: () => void
  reset: () => void
  /** One measurement of the epoch line back (-1) or on (1); 10: ten units of its clock. */
  seek: (units: number) => void
  /** To a place on the clock; null follows training. */
  seekTo: (epoch: number | null) => void
  /** Shows the recording in place of the live run. */
  playRecording: () => void
  /** The address of the figure on the page of its chapter; null for a moment of a run that has not begun. */
  link: (what: 'settings' | 'moment', page: string) => string | null
}

export interface LectureState {
  index: number
  count: number
  /** The slide's figure: its id on the chapter page. */
  figure: string
  view: View
  blank: boolean
  theme: ProjectorTheme
  /** The key line stands above the figure; otherwise the figure's title, which gives nothing away. */
  keyShown: boolean
  /** null while the figure has not said, and where it has none. */
  question: LectureQuestion | null
  /** Hands by option; options nobody chose are absent. */
  hands: Readonly<Record<string, number>>
  /** Predictions are locked: the tally may be shown. */
  locked: boolean
  answer: string | null
  /** null until the figure is there. */
  run: RunFacts | null
  notice: string | null
  slow: boolean
}

/** What is remembered of each slide, whether or not its figure is there. */
interface SlideState {
  view: View | null
  /** What K said; null: the run decides. */
  key: boolean | null
  question: LectureQuestion | null
  hands: Readonly<Record<string, number>>
  locked: boolean
  answer: string | null
  run: RunFacts | null
  notice: string | null
  slow: boolean
}

const fresh: SlideState = {
  view: null,
  key: null,
  question: null,
  hands: {},
  locked: false,
  answer: null,
  run: null,
  notice: null,
  slow: false,
}

export interface Lecture extends Followed<LectureState> {
  dispatch: (command: Command) => void
  /** The figure of a slide is there; what it returns says that it has gone. */
  attach: (figure: string, driver: Driver) => () => void
  report: (figure: string, facts: FigureFacts) => void
  /** As `Driver.link`, of the figure that is shown; null while it is not there. */
  link: Driver['link']
}

export interface LectureOptions {
  /** The figures of the deck, in order; at least one. */
  figures: readonly string[]
  /** Of the slide to start with; the nearest there is. */
  index?: number
  theme?: ProjectorTheme
}

/** @throws if the deck is empty. */
export function createLecture({ figures, index: start = 0, theme = 'projector' }: LectureOptions): Lecture {
  if (figures.length === 0) throw new Error('Expected a lecture with at least one slide, found none.')
  const within = (index: number) => Math.max(0, Math.min(figures.length - 1, Math.trunc(index) || 0))
  const drivers = new Map<string, Driver>()
  const slides = new Map<string, SlideState>(figures.map((figure) => [figure, fresh]))
  let [index, blank, wall] = [within(start), false, theme]
  const { getState: now, subscribe, set: show } = createStore(look())

  function look(): LectureState {
    const figure = figures[index]!
    const { view, key, ...slide } = slides.get(figure)!
    const shown = view ?? (slide.question ? 'question' : 'figure')
    return {
      ...slide,
      index,
      count: figures.length,
      figure,
      view: slide.question ? shown : 'figure',
      blank,
      theme: wall,
      keyShown: key ?? slide.run?.status === 'done',
    }
  }

  const changed = () => show(look())

  const driver = () => drivers.get(now().figure)

  function set(news: Partial<SlideState>, figure = now().figure): void {
    slides.set(figure, { ...slides.get(figure)!, ...news })
    changed()
  }

  function goTo(to: number): void {
    if (within(to) === index) return
    // It is not seen any more, and the next one needs the worker.
    if (isTraining()) driver()?.pause()
    index = within(to)
    changed()
  }

  const isTraining = () => now().run?.status === 'running' || now().run?.status === 'loading'
  const begun = () => (now().run?.status ?? 'idle') !== 'idle'

  /** From the question to the figure; what was guessed is locked, and it runs unless it already did. */
  function lockAndRun(): void {
    set({ locked: true, view: 'figure' })
    if (!begun()) driver()?.run()
  }

  function next(): void {
    if (now().view === 'question') lockAndRun()
    else if (!begun() && driver()) driver()!.run()
    else goTo(index + 1)
  }

  function back(): void {
    if (now().view === 'figure' && now().question) {
      if (isTraining()) driver()?.pause()
      set({ view: 'question' })
      return
    }
    if (index === 0) return
    goTo(index - 1)
    set({ view: 'figure' })
  }

  function hand(option: string, count: number): void {
    if (now().locked || !now().question?.options.some(({ id }) => id === option)) return
    const hands = Math.max(0, (now().hands[option] ?? 0) + count)
    const { [option]: _, ...others } = now().hands
    set({ hands: hands > 0 ? { ...others, [option]: hands } : others })
  }

  const plain: Record<PlainCommand, () => void> = {
    pause: () => driver()?.pause(),
    toggle() {
      if (now().view === 'question') lockAndRun()
      else if (isTraining()) driver()?.pause()
      else driver()?.run()
    },
    reset() {
      driver()?.reset()
      set({ key: null })
    },
    next,
    back,
    nextFigure: () => goTo(index + 1),
    backFigure: () => goTo(index - 1),
    first: () => goTo(0),
    last: () => goTo(figures.length - 1),
    predict() {
      if (!now().question) return
      set({ view: now().view === 'question' ? 'figure' : 'question' })
    },
    skip() {
      set({ view: 'figure' })
    },
    blank() {
      blank = !blank
      changed()
    },
    theme() {
      wall = wall === 'projector' ? 'projector-dark' : 'projector'
      changed()
    },
    key: () => set({ key: !now().keyShown }),
    recording: () => driver()?.playRecording(),
  }

  return {
    getState: now,
    dispatch(command) {
      switch (command.type) {
        case 'hand':
          hand(command.option, command.count ?? 1)
          break
        case 'goTo':
          goTo(command.index)
          break
        case 'seek':
          driver()?.seek(command.units)
          break
        case 'seekTo':
          driver()?.seekTo(command.epoch)
          break
        default:
          plain[command.type]()
      }
    },
    subscribe,
    attach(figure, one) {
      drivers.set(figure, one)
      return () => {
        if (drivers.get(figure) !== one) return
        drivers.delete(figure)
        // What the room guessed stays; the run begins anew when the slide is shown again.
        set({ run: null, notice: null, slow: false }, figure)
      }
    },
    report(figure, facts) {
      if (slides.has(figure)) set(facts, figure)
    },
    link: (what, page) => driver()?.link(what, page) ?? null,
  }
}
