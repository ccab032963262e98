/** Run, Step, Reset, Speed | backend badge | Settings, menu. Accessible names stay Run, Pause, Step and Reset. */
import type { ReactNode } from 'react'
import { useFigure, useRunState, useRunValue } from '../figure/FigureContext.ts'
import { Icon } from '../figure/icons.tsx'
import { momentWords } from '../figure/moment.ts'
import { badgeWords, withoutWebgl } from '../figure/stateWords.ts'
import { backendNames } from '../../lab/engine.ts'
import { canFork } from './liveFields.ts'

/** A figure that stands alone: fewer controls, and a way to where the book speaks of it. */
export interface Hero {
  /** What Run is called before it was pressed. */
  run: string
  /** At the end of the bar. */
  link: ReactNode
}

export function ControlBar({
  settingsOpen,
  onSettings,
  hero,
  children,
}: {
  hero: Hero | undefined
  settingsOpen: boolean
  onSettings: () => void
  /** The menu. */
  children: ReactNode
}) {
  const { run, widget } = useFigure()
  return (
    <div className="bar" role="toolbar" aria-label="Figure controls">
      <RunButton words={hero?.run ?? 'Run'} />
      <StepButton />
      <button type="button" className="btn" aria-label="Reset" onClick={() => run.reset()}>
        <Icon name="reset" />
        <span className="wide-only">Reset</span>
      </button>
      {hero ? null : (
        <>
          <span className="bar-rule" />
          <Speed />
        </>
      )}
      <ForkButton />
      <span className="bar-gap" />
      <Badge />
      <span className="bar-rule" />
      {hero ? null : (
        <button
          type="button"
          className="btn"
          aria-label="Settings"
          aria-expanded={settingsOpen}
          aria-controls={settingsOpen ? `${widget}-settings` : undefined}
          onClick={onSettings}
        >
          <Icon name="settings" />
          <span className="wide-only">Settings</span>
        </button>
      )}
      {children}
      {hero?.link}
    </div>
  )
}

/** Enabled from the start: pressing it before a guess skips the predict card, as its own Skip button does. */
function RunButton({ words }: { words: string }) {
  const { run, asking, commit, attention } = useFigure()
  const busy = useRunValue(run, ({ status }) => status === 'running' || status === 'loading')
  const press = () => {
    if (busy) attention.pause()
    else if (asking) commit(null)
    else run.run()
  }
  return (
    <button type="button" className="btn pri" data-run="" onClick={press}>
      <Icon name={busy ? 'pause' : 'run'} />
      {busy ? 'Pause' : words}
    </button>
  )
}

/** Stays in the tab order when the run is over, so that who pressed it last does not lose the focus. */
function StepButton() {
  const { run, attention } = useFigure()
  const over = useRunValue(run, ({ status }) => status === 'done' || status === 'failed')
  return (
    <button
      type="button"
      className="btn"
      aria-label="Step"
      aria-disabled={over}
      onClick={() => attention.step()}
    >
      <Icon name="step" />
      <span className="wide-only">Step</span>
    </button>
  )
}

/** While a past moment of a run that could go another way is shown. */
function ForkButton() {
  const { run } = useFigure()
  const place = useRunValue(run, (state) =>
    canFork(run.setup, state) ? momentWords(run.setup.clock(state.config), state.now) : null,
  )
  return place === null ? null : (
    <button type="button" className="btn line fork" onClick={() => run.fork()}>
      <Icon name="fork" />
      Go on from {place}
    </button>
  )
}

/** Multiples of the pace that the setup was made to be watched at. */
const speeds = [
  ['0.25', '¼×'],
  ['1', '1×'],
  ['4', '4×'],
  ['all', 'Full'],
] as const

function Speed() {
  const { run } = useFigure()
  const { pace } = run.setup
  const speed = useRunValue(run, (state) => state.speed)
  if (pace === undefined) return null
  return (
    <label className="speed">
      Speed{' '}
      <select
        value={speed === 'all' ? speed : speed / pace}
        onChange={({ target }) => run.setSpeed(target.value === 'all' ? 'all' : Number(target.value) * pace)}
      >
        {speeds.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

function Badge() {
  const { run } = useFigure()
  const state = useRunState(run)
  const why = withoutWebgl(state)
  const slow = state.backend !== null && state.backend !== 'webgl'
  return (
    <span className={slow ? 'badge slow' : 'badge'} title={why ?? undefined}>
      <i />
      <span>
        <b>{state.backend ? backendNames[state.backend] : 'Backend'}</b>{' '}
        <span className="num">{badgeWords(state)}</span>
        {why && state.backendChoice === 'auto' ? <span className="badge-why">, no WebGL here</span> : null}
      </span>
    </span>
  )
}
