/** The words of the state line and of the backend badge. No DOM. */
import { backendNames } from '../../lab/engine.ts'
import type { RunState } from '../../lab/runState.ts'
import type { Setup } from '../../lab/setup.ts'
import { formatRate } from '../format.ts'
import type { Hold } from './attention.ts'
import { momentWords, positionWords } from './moment.ts'

const allDiverged = (state: RunState, variant: string) => {
  const seeds = state.diverged[variant] ?? []
  return seeds.length > 0 && seeds.every((step) => step !== null)
}

/** The moment that a link asked for: "epoch 12". */
function goal(
  { destination, initialConfig }: RunState,
  { clock, steps }: Pick<Setup, 'clock' | 'steps'>,
): string {
  const axis = clock(initialConfig)
  const step = destination ?? 0
  return momentWords(axis, {
    step,
    epoch: axis.start + ((axis.end - axis.start) * step) / steps(initialConfig),
  })
}

/** "Running, 2 of 3 variants", "Paused at epoch 33 of 90", "Computing to epoch 12", "Done at layer 1", "Not started". */
export function stateWords(
  state: RunState,
  setup: Pick<Setup, 'clock' | 'steps'>,
  hold: Hold | null = null,
): string {
  const { status, now, reach, variants, destination } = state
  const clock = setup.clock(state.config)
  const scrubbed = now.step < reach.step
  const back = `${clock.name} ${positionWords(clock, now)} of ${positionWords(clock, reach)}`
  switch (status) {
    case 'idle':
      return 'Not started'
    case 'loading':
      return state.backendChoice === 'auto' && state.backend === null
        ? 'Measuring which of WebGL, wasm and CPU is fastest here'
        : `Starting ${backendNames[state.backend ?? (state.backendChoice === 'auto' ? 'cpu' : state.backendChoice)]}`
    case 'running': {
      if (destination !== null) return `Computing to ${goal(state, setup)}`
      if (scrubbed) return `Running, showing ${back}`
      const left = variants.filter((variant) => !allDiverged(state, variant)).length
      return left < variants.length ? `Running, ${left} of ${variants.length} variants` : 'Running'
    }
    case 'paused':
      if (scrubbed) return `Paused at ${back}`
      if (hold === 'away') return 'Paused while out of view'
      if (hold === 'other') return 'Paused: another figure runs'
      if (destination !== null) return `Paused on the way to ${goal(state, setup)}`
      return `Paused at ${momentWords(clock, reach)}`
    case 'done':
      return scrubbed ? `Done, showing ${back}` : `Done at ${momentWords(clock, reach)}`
    default:
      return 'Stopped'
  }
}

/** What stands after the backend's name in the badge. */
export function badgeWords({ status, stepsPerSecond, backend }: RunState): string {
  if (status === 'running')
    return stepsPerSecond === null ? 'starting' : `${formatRate(stepsPerSecond)} steps/s`
  if (status === 'loading') return backend ? 'starting' : 'being chosen'
  if (status === 'idle') return backend ? 'ready' : 'not chosen yet'
  return status
}

/** Why the badge does not say WebGL although the reader left the choice open; null when WebGL could be used. */
export const withoutWebgl = ({ backendReport }: RunState): string | null =>
  backendReport.find(
    ({ backend, stepsPerSecond, untimed }) => backend === 'webgl' && stepsPerSecond === null && !untimed,
  )?.why ?? null
