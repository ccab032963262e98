/** What a run is before anything has been computed. */
import { settingsAt } from './changes.ts'
import type { Settings } from './parseSettings.ts'
import type { RunState } from './runState.ts'
import type { ConfigOf } from './setup.ts'

/** Settings and corrections of a link, as `fromLink` gives them. */
export type Opening<S> = Partial<Settings<S>> & { corrections?: readonly string[] }

/** The state of a run that stands at step 0 (`start`) and that nobody has asked for anything yet. */
export const stateAtStart = <S>(
  settings: Settings<S> & { corrections: readonly string[] },
  start: Pick<RunState<S>, 'reach' | 'now' | 'diverged' | 'speed'>,
): RunState<S> => ({
  status: 'idle',
  config: settingsAt(settings.config as object, settings.changes, Infinity) as ConfigOf<S>,
  initialConfig: settings.config,
  changes: settings.changes,
  forkedAt: null,
  destination: settings.at,
  notice: null,
  unanswered: false,
  images: null,
  variants: settings.variants,
  seeds: settings.seeds,
  corrections: settings.corrections,
  backend: null,
  backendChoice: settings.backend,
  backendReport: [],
  stepsPerSecond: null,
  ...start,
  error: null,
})
