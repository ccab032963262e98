/** Fields that may change while training goes on, and what a change of them does now, in words. No DOM. */
import { settingsAt } from '../../lab/changes.ts'
import type { Config, Field } from '../../lab/config.ts'
import type { RunState } from '../../lab/runState.ts'
import type { Setup } from '../../lab/setup.ts'
import { momentWords } from '../figure/moment.ts'

export const isLive = (field: Field): boolean => field.kind === 'range' && field.live === true

const hasLive = (config: Config) => Object.values(config).some(isLive)

/** A past moment is shown, from which the run could go another way. */
export const canFork = (setup: Pick<Setup, 'config'>, { now, reach, status }: RunState): boolean =>
  now.step < reach.step && status !== 'failed' && hasLive(setup.config)

/** The value in force at the moment shown: that is what a change would change. */
export function valueNow({ config, initialConfig, changes, now, reach }: RunState, name: string): unknown {
  const settings = now.step < reach.step ? settingsAt(initialConfig as object, changes, now.step) : config
  return (settings as Readonly<Record<string, unknown>>)[name]
}

export function liveWords(setup: Setup, state: RunState): string {
  const { status, now, reach } = state
  if (canFork(setup, state))
    return `A change goes on from ${momentWords(setup.clock(state.config), now)}. What the run did after it stays as thin lines.`
  if (status === 'done')
    return 'The run is over, so a change starts it again. Move back in time to change it on the way.'
  if (status === 'failed' || reach.step === 0) return 'Can also change while training goes on.'
  return 'A change takes effect at once, with a mark on the axis.'
}
