/** A widget's setup as data: what may be set, and what is measured. */
import { defaults } from '../lab/config.ts'
import { defaultSeeds } from '../lab/parseSettings.ts'
import type { Setup } from '../lab/setup.ts'

/** Fields with their kinds, ranges and defaults, variants, metrics, and the length of the published run. */
export function describeSetup(widget: string, setup: Setup): Record<string, unknown> {
  const published = defaults(setup.config) as never
  return {
    widget,
    config: setup.config,
    variants: setup.variants,
    metrics: setup.metrics,
    clock: setup.clock(published),
    seeds: defaultSeeds(setup),
    steps: setup.steps(published),
    measureEvery: setup.measureEvery(published),
  }
}
