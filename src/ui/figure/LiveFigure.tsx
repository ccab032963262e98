/**
 * A live figure: title, subtitle, state line, what its widget puts in the body, readout, caption, control bar,
 * settings drawer, data table. The body is composed from TimePlots, LinePlot, VariantColumns and Panel.
 */
import { useMemo, useRef, useState, type ComponentType, type ReactNode, type RefObject } from 'react'
import type { FigureCode } from '../../lab/figureCode.ts'
import type { History, Run } from '../../lab/runState.ts'
import type { ConfigOf, Setup } from '../../lab/setup.ts'
import { ControlBar, type Hero } from '../controls/ControlBar.tsx'
import { FigureMenu, letterKeys } from '../controls/FigureMenu.tsx'
import { createAttention } from './attention.ts'
import { Behind } from './Behind.tsx'
import { FigureContext, useRunValue, type FigureShared } from './FigureContext.ts'
import { FigureHead } from './FigureHead.tsx'
import { intoView } from './intoView.ts'
import { figureKeys } from './keyboard.ts'
import type { MenuFigure } from './menu/menuItem.ts'
import { tell } from './news.ts'
import { asPublished, type Question } from './question.ts'
import { Recorded } from './Recorded.tsx'
import { Strips } from './Strips.tsx'
import { focusRun, useKeptFocus } from './useKeptFocus.ts'
import { useBegun } from './useBegun.ts'
import { useLoaded } from './useLoaded.ts'
import { useNews } from './useNews.ts'
import { useNote } from './useNote.ts'
import { useOnScreen } from './useOnScreen.ts'
import { useParts } from './useParts.ts'
import { useRecording, type Played } from './useRecording.ts'
import { variantStyles } from './variantStyle.ts'

/** What the page tells every widget. */
export interface FigureProps {
  /** The name by which the page refers to the figure. */
  id?: string
  /** "1.2": the number that stands in the title and in cross-references. */
  number?: string
  /** Where the book says more about it. */
  more?: string
  /** Shows the figure in a form of its own, in a lecture say, in place of its parts. */
  slide?: ComponentType<SlideParts>
}

/** What such a form is made from, beside what the parts of a figure share (`useFigure`). */
export interface SlideParts extends Pick<Played<Setup>, 'playing' | 'play' | 'leave' | 'trouble'> {
  /** Goes on the element that shows it all. */
  figure: RefObject<HTMLElement | null>
  /** The figure's own run, whatever is shown. */
  live: Run
  /** TimePlots and VariantColumns. */
  children: ReactNode
}

export interface LiveFigureProps<S extends Setup = Setup> extends FigureProps {
  run: Run<S>
  /** The widget's folder name. */
  widget: string
  /** Names the comparison: "One network, three starting sizes". */
  title: string
  /** The setup in a sentence; a function where it depends on the settings. */
  subtitle: string | ((config: ConfigOf<S>) => string)
  question?: Question
  /** What just happened, from the run so far; null while there is nothing to say. Events, not frames. */
  readout?: (run: Run) => string | null
  /** How to read it; never what to conclude. */
  caption: ReactNode | ((config: ConfigOf<S>) => ReactNode)
  /** What the paper did against what runs here. */
  paper?: ReactNode
  /** Loads the widget's `code.ts`, which writes the experiment as a program. */
  code?: () => Promise<{ default: FigureCode }>
  /** On the home page: shows its recording until it is run, with fewer controls. */
  hero?: Hero
  children: ReactNode
}

export function LiveFigure<S extends Setup = Setup>(props: LiveFigureProps<S>) {
  const { widget, id, number, title, subtitle, question, readout, caption, paper, hero, children } = props
  const { run: shown, playing, behind, play, leave, trouble } = useRecording(props.run, widget)
  const run: Run = shown
  const figure = useRef<HTMLElement>(null)
  const status = useRunValue(run, (state) => state.status)
  const backend = useRunValue(run, (state) => state.backend)
  const config = useRunValue(run, (state) => state.config) as ConfigOf<S>
  const published = useRunValue(run, () => asPublished(run))
  const untouched = useRunValue(run, (state) => state.status === 'idle' && state.reach.step === 0)
  const [guess, setGuess] = useState<string | null>(null)
  const [answered, setAnswered] = useState(false)
  const [linear, setLinear] = useState(false)
  // Below the control bar, so that nothing above moves.
  const settings = useLoaded(
    () => import('../controls/SettingsDrawer.tsx'),
    'The settings could not be loaded. Press Settings to try again.',
  )
  const parts = useParts()
  const [dropped, setDropped] = useState<History | null>(null)
  const asking = question !== undefined && !answered && untouched
  const attention = useMemo(() => createAttention(run, !playing), [run, playing])
  const { explain, wait } = useBegun(props.run, widget, behind, play)
  const { note, say } = useNote()
  useNews(figure, run, widget, playing, (earlier) => {
    if (earlier !== null && !question?.options.some((one) => one.id === earlier)) return
    setGuess(earlier)
    setAnswered(true)
  })
  useOnScreen(figure, run, attention)
  useKeptFocus(figure)

  const shared = useMemo<FigureShared>(
    () => ({
      run,
      widget,
      styles: variantStyles(run.setup),
      attention,
      linear,
      question,
      ghost: () => (run.ghost === dropped ? null : run.ghost),
      dropGhost: () => setDropped(run.ghost),
      guess,
      asking,
      explain,
      wait,
      meanwhile: (recording) => (recording ? wait?.play() : leave()),
      commit(option) {
        setGuess(option)
        setAnswered(true)
        const label = question?.options.find((one) => one.id === option)?.label ?? null
        tell(figure.current, { widget, type: 'prediction', guess: option, label })
        // The card is about to go, and with it what was pressed.
        focusRun(figure.current)
        run.run()
      },
      readout: () => readout?.(run) ?? null,
    }),
    [run, widget, attention, linear, question, dropped, guess, asking, explain, wait, leave, readout],
  )
  if (props.slide)
    return (
      <FigureContext value={shared}>
        <props.slide {...{ figure, live: props.run, playing, play, leave, trouble }}>{children}</props.slide>
      </FigureContext>
    )
  const menu: MenuFigure = {
    run,
    widget,
    title,
    id,
    number,
    code: props.code,
    playing,
    play,
    leave,
    element: () => figure.current,
    parts,
    say,
  }
  const toggle = () => (status === 'running' || status === 'loading' ? attention.pause() : run.run())
  return (
    <FigureContext value={shared}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the handle and the buttons inside */}
      <figure
        ref={figure}
        className="fig"
        data-figure={widget}
        data-state={status}
        data-recording={playing ? '' : undefined}
        data-backend={backend ?? ''}
        data-asking={asking ? '' : undefined}
        data-own={published ? undefined : ''}
        data-hero={hero && published ? '' : undefined}
        aria-labelledby={`${widget}-title`}
        onKeyDown={(event) => figureKeys(run, event, letterKeys(menu), toggle)}
      >
        {behind ? <Behind figure={figure} run={props.run} /> : null}
        <Strips />
        <FigureHead
          number={number}
          title={title}
          subtitle={typeof subtitle === 'string' ? subtitle : subtitle(config)}
        />
        <Recorded />
        <div className="fig-body">{children}</div>
        <figcaption>
          <p>
            <b>How to read it.</b> {typeof caption === 'function' ? caption(config) : caption}
          </p>
          {paper ? (
            <p>
              <b>What the paper did, what runs here.</b> {paper}
            </p>
          ) : null}
        </figcaption>
        <ControlBar settingsOpen={settings.part !== null} onSettings={settings.toggle} hero={hero}>
          <FigureMenu figure={menu} />
        </ControlBar>
        {/* Always in the page, so that assistive technology hears what appears in it. */}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> belongs to a form, and is read less reliably */}
        <div className="copied" role="status" ref={note.words ? intoView : undefined}>
          {note.words}
        </div>
        {note.below}
        {[trouble, settings.trouble, parts.trouble].map((words) =>
          words ? (
            <div key={words} className="copied" role="alert">
              {words}
            </div>
          ) : null,
        )}
        {settings.part ? <settings.part.SettingsDrawer linear={linear} onLinear={setLinear} /> : null}
        {parts.shown.map(([name, Part]) => (
          <Part key={name} number={number} close={() => parts.hide(name)} />
        ))}
      </figure>
    </FigureContext>
  )
}
