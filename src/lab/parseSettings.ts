/** All that decides a run (values, variants, seeds, backend), made valid. Never throws. */
import type { Change } from './changes.ts'
import { isBackend, type Backend } from './engine.ts'
import { asList, listed, parseConfig, quote, toNumber, type Parsed } from './parseConfig.ts'
import { parseAt, parseChanges } from './parseMoment.ts'
import type { ConfigOf, Setup, VariantOf } from './setup.ts'

export interface Settings<S = Setup> {
  config: ConfigOf<S>
  variants: readonly VariantOf<S>[]
  seeds: readonly number[]
  backend: Backend | 'auto'
  /** Live fields that change on the way. */
  changes: readonly Change[]
  /** The step at which the run is to stand; null to start at step 0. */
  at: number | null
}

export interface RawSettings {
  config?: Readonly<Record<string, unknown>> | undefined
  variants?: unknown
  seeds?: unknown
  backend?: unknown
  /** `Change`s, or texts such as "60:learningRate:0.1". */
  changes?: unknown
  at?: unknown
}

const mostSeeds = 10
const greatestSeed = 2 ** 32 - 1

/** Seeds 0, 1, ... as many as the figure trains by itself: five unless its setup says otherwise. */
export const defaultSeeds = (setup: Pick<Setup, 'seeds'>): number[] =>
  Array.from({ length: Math.min(mostSeeds, Math.max(1, setup.seeds ?? 5)) }, (_, seed) => seed)

/** One to ten different integers from 0 to 2^32 - 1, in the order given. */
function parseSeeds(setup: Pick<Setup, 'seeds'>, raw: unknown): Parsed<number[]> {
  const corrections: string[] = []
  const seeds = new Set<number>()
  for (const given of asList(raw) ?? [raw]) {
    const number = toNumber(given)
    const seed = Math.min(greatestSeed, Math.max(0, Math.round(number))) || 0
    if (Number.isNaN(number)) corrections.push(`Seed ${quote(given)} is not a number; it was left out.`)
    else if (seeds.has(seed)) corrections.push(`Seed ${seed} was named twice; it is trained once.`)
    else if (seeds.size === mostSeeds)
      return {
        values: [...seeds],
        corrections: [
          ...corrections,
          `This figure trains at most ${mostSeeds} seeds at once; it took the first.`,
        ],
      }
    else {
      seeds.add(seed)
      if (seed !== number)
        corrections.push(`Seed ${quote(given)} was changed to ${seed}: seeds are whole numbers from 0.`)
    }
  }
  if (seeds.size > 0) return { values: [...seeds], corrections }
  return {
    values: defaultSeeds(setup),
    corrections: [...corrections, 'No seed was left; this figure uses its own.'],
  }
}

/** Some or all variants of the setup, in its order, for their colours follow it. */
function parseVariants<S extends Setup>(setup: S, raw: unknown): Parsed<VariantOf<S>[]> {
  const known = Object.keys(setup.variants)
  const given = asList(raw) ?? [raw]
  const unknown = given.filter((name) => !known.includes(name as string))
  const chosen = known.filter((name) => given.includes(name))
  const corrections = unknown.map(
    (name) =>
      `This figure has no variant called ${quote(name)}; it has ${listed(known).replace(' or ', ' and ')}.`,
  )
  if (chosen.length === 0) corrections.push('No variant was left; this figure trains all of its own.')
  return { values: (chosen.length > 0 ? chosen : known) as VariantOf<S>[], corrections }
}

function parseBackend(raw: unknown): Parsed<Backend | 'auto'> {
  if (raw === 'auto' || isBackend(raw)) return { values: raw, corrections: [] }
  return {
    values: 'auto',
    corrections: [`Backend was ${quote(raw)}; this figure takes wasm, webgl, cpu or auto, and uses auto.`],
  }
}

/** What is not given keeps its default: published values, all variants, the setup's seeds, the fastest backend. */
export function parseSettings<S extends Setup>(
  setup: S,
  raw: RawSettings,
): Settings<S> & { corrections: string[] } {
  const config = parseConfig(setup.config, raw.config ?? {})
  const variants = parseVariants(setup, raw.variants ?? Object.keys(setup.variants))
  const seeds = parseSeeds(setup, raw.seeds ?? defaultSeeds(setup))
  const backend = parseBackend(raw.backend ?? 'auto')
  const last = setup.steps(config.values)
  const changes = parseChanges(setup, raw.changes, last)
  const at = parseAt(raw.at, last)
  return {
    config: config.values as ConfigOf<S>,
    variants: variants.values,
    seeds: seeds.values,
    backend: backend.values,
    changes: changes.values,
    at: at.values,
    corrections: [config, variants, seeds, backend, changes, at].flatMap(({ corrections }) => corrections),
  }
}
