/** Values of live fields, made valid before they change a run on its way. */
import { parseSettings } from './parseSettings.ts'
import type { ConfigOf, Setup } from './setup.ts'

/**
 * @param config the settings in force.
 * @returns the same names with values that the figure can take.
 * @throws if a field is not live.
 */
export function liveValues<S extends Setup>(
  setup: S,
  config: ConfigOf<S>,
  values: Readonly<Record<string, number>>,
): Record<string, number> {
  const live = Object.keys(values).filter((name) => {
    const field = setup.config[name]
    return field?.kind === 'range' && field.live
  })
  if (live.length < Object.keys(values).length)
    throw new Error(
      `Expected live fields only, found ${Object.keys(values).join(', ')}; use configure for the others.`,
    )
  const valid = parseSettings(setup, { config: { ...(config as object), ...values } }).config
  return Object.fromEntries(live.map((name) => [name, (valid as Record<string, number>)[name]!]))
}
