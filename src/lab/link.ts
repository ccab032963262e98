/**
 * Settings, and the moment to show, as text for a link, readable and safe to edit by hand: `v=1&learningRate=0.1&seeds=0,1,2`.
 * Only what differs from the published figure is written. It does not know where in an address it stands.
 */
import { defaultSeeds, parseSettings, type RawSettings, type Settings } from './parseSettings.ts'
import type { Setup } from './setup.ts'

/** Links that only hold settings are of version 1; version 2 added `at` and `change`. */
const [plain, momentous] = ['1', '2']
/** Names of a link that are not hyperparameters; a field of a config cannot be called so. */
const reserved = ['v', 'seeds', 'variants', 'backend', 'at', 'change']

const encode = (text: string) => encodeURIComponent(text)

/** A hand-edited link can hold a lone %: then it stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}

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

/** What is told of a link; there is no end to what can stand in one. */
const mostSentences = 12

function shortened(sentences: string[]): string[] {
  if (sentences.length <= mostSentences) return sentences
  const told = sentences.slice(0, mostSentences - 1)
  return [
    ...told,
    `${sentences.length - told.length} more things in this link could not be taken as they are.`,
  ]
}

/** The nearest valid settings to what stands in `text`, and a sentence for each thing that had to change, up to twelve. */
export function fromLink<S extends Setup>(setup: S, text: string): Settings<S> & { corrections: string[] } {
  const config: [string, string][] = []
  const raw: RawSettings = {}
  const changes: string[] = []
  const notes: string[] = []
  for (const pair of text.replace(/^[?#]/, '').split('&')) {
    if (pair === '') continue
    const at = pair.includes('=') ? pair.indexOf('=') : pair.length
    const name = decode(pair.slice(0, at))
    const value = pair.slice(at + 1)
    if (name === 'seeds' || name === 'variants') raw[name] = value.split(',').map(decode)
    else if (name === 'backend' || name === 'at') raw[name] = decode(value)
    else if (name === 'change') changes.push(...decode(value).split(','))
    else if (name !== 'v') config.push([name, decode(value)])
    else if (value !== plain && value !== momentous)
      notes.push('This link was made by another edition of the book; what is known here was used.')
  }
  const { corrections, ...settings } = parseSettings(setup, {
    ...raw,
    changes,
    config: Object.fromEntries(config),
  })
  return { ...(settings as Settings<S>), corrections: shortened([...notes, ...corrections]) }
}
