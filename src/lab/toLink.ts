/**
 * Settings, and the moment to show, as text for a link, readable and safe to edit by hand: `v=1&learningRate=0.1&seeds=0,1,2`.
 * Only what differs from the published figure is written. It does not know where in an address it stands.
 */
import { momentous, plain } from './link.ts'
import { defaultSeeds, type Settings } from './parseSettings.ts'
import type { Setup } from './setup.ts'

/** Names of a link that are not hyperparameters; a field of a config cannot be called so. */
const reserved = ['v', 'seeds', 'variants', 'backend', 'at', 'change']

const encode = (text: string) => encodeURIComponent(text)

const same = (a: readonly unknown[], b: readonly unknown[]) => a.join() === b.join()

/**
 * Of a moment `at` and of changes on the way too, if there are any: `v=2&at=120&change=60:learningRate:0.1`.
 * Throws when a field of the setup has one of the link's own names.
 */
export function toLink<S extends Setup>(
  setup: S,
  settings: Omit<Settings<S>, 'changes' | 'at'> & Partial<Pick<Settings<S>, 'changes' | 'at'>>,
): string {
  const { changes = [], at = null } = settings
  const pairs: [string, string][] = [['v', at === null && changes.length === 0 ? plain : momentous]]
  const values = settings.config as Record<string, unknown>
  for (const [name, field] of Object.entries(setup.config)) {
    if (reserved.includes(name))
      throw new Error(`A field cannot be called "${name}": links use the name. Rename the field.`)
    if (values[name] !== field.default) pairs.push([name, encode(String(values[name]))])
  }
  if (!same(settings.variants, Object.keys(setup.variants)))
    pairs.push(['variants', settings.variants.map(encode).join(',')])
  if (!same(settings.seeds, defaultSeeds(setup))) pairs.push(['seeds', settings.seeds.join(',')])
  if (settings.backend !== 'auto') pairs.push(['backend', settings.backend])
  for (const { step, values: changed } of changes)
    for (const [name, value] of Object.entries(changed))
      pairs.push(['change', `${step}:${encode(name)}:${encode(String(value))}`])
  if (at !== null) pairs.push(['at', String(at)])
  return pairs.map(([name, text]) => `${encode(name)}=${text}`).join('&')
}
