/** Holds the words of a command to a widget's setup. Strict: what does not fit is an error, never corrected. */
import type { Field, RangeField } from '../lab/config.ts'
import { defaults } from '../lab/config.ts'
import type { Backend } from '../lab/engine.ts'
import { listed, parseConfig, toNumber } from '../lab/parseConfig.ts'
import { defaultSeeds } from '../lab/parseSettings.ts'
import type { Setup } from '../lab/setup.ts'
import { UsageError, type RunCommand } from './command.ts'

export type Values = Record<string, number | string | boolean>

export interface RunSettings {
  config: Values
  variants: string[]
  seeds: number[]
  /** How many of the run's own steps to make. */
  steps: number
  backend: Backend
}

const greatestSeed = 2 ** 32 - 1
/** Side by side in memory; a page trains ten at most. */
const mostSeeds = 200

const all = (names: readonly string[]) => listed(names).replace(/ or (?=[^ ]*$)/, ' and ')

/** "a number from 1 to 10 in steps of 1", "one of a, b and c", "true or false". */
export function allowed(field: Field): string {
  if (field.kind === 'toggle') return 'true or false'
  if (field.kind === 'choice') return `one of ${all(field.options)}`
  const { min, max, step } = field
  if (step === 1) return `a whole number from ${min} to ${max}`
  return `a number from ${min} to ${max}${step === undefined ? '' : ` in steps of ${step}`}`
}

const fits = (field: RangeField, text: string) =>
  parseConfig({ value: field }, { value: text }).corrections.length === 0

function valueOf(name: string, field: Field, text: string): number | string | boolean {
  const wrong = new UsageError(`${name} cannot be "${text}": it is ${allowed(field)}.`)
  if (field.kind === 'choice') {
    if (!field.options.includes(text)) throw wrong
    return text
  }
  if (field.kind === 'toggle') {
    if (text !== 'true' && text !== 'false') throw wrong
    return text === 'true'
  }
  if (!fits(field, text)) throw wrong
  return toNumber(text)
}

function configOf(widget: string, setup: Setup, set: ReadonlyMap<string, string>): Values {
  const config: Values = { ...defaults(setup.config) }
  for (const [name, text] of set) {
    const field = Object.hasOwn(setup.config, name) ? setup.config[name] : undefined
    if (!field)
      throw new UsageError(
        `${widget} has no setting called "${name}"; it has ${all(Object.keys(setup.config))}.`,
      )
    config[name] = valueOf(name, field, text)
  }
  return config
}

/** In the setup's order, for it is the order of every table. */
function variantsOf(widget: string, setup: Setup, given?: readonly string[]): string[] {
  const known = Object.keys(setup.variants)
  const unknown = given?.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new UsageError(`${widget} has no variant called "${unknown}"; it has ${all(known)}.`)
  return known.filter((name) => given?.includes(name) ?? true)
}

function seedsOf(setup: Setup, given?: readonly string[]): number[] {
  if (!given) return defaultSeeds(setup)
  const seeds = given.map((text) => {
    const seed = /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (!(seed <= greatestSeed))
      throw new UsageError(
        `Seed "${text}" cannot be used: seeds are whole numbers from 0 to ${greatestSeed}, with commas between.`,
      )
    return seed
  })
  const twice = seeds.find((seed, i) => seeds.indexOf(seed) !== i)
  if (twice !== undefined) throw new UsageError(`Seed ${twice} is named twice; name it once.`)
  if (seeds.length > mostSeeds)
    throw new UsageError(`${seeds.length} seeds are too many at once; ${mostSeeds} is the most.`)
  return seeds
}

function stepsOf(widget: string, whole: number, text?: string): number {
  if (text === undefined) return whole
  const steps = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(steps))
    throw new UsageError(`--steps cannot be "${text}": it is a whole number from 0 to ${whole}.`)
  if (steps > whole)
    throw new UsageError(
      `With these settings a run of ${widget} ends after ${whole} steps, so --steps cannot be ${steps}; a setting may make it longer (see --describe ${widget}).`,
    )
  return steps
}

function backendOf(text = 'wasm'): Backend {
  if (text === 'cpu' || text === 'wasm') return text
  const why = text === 'webgl' ? ', for there is no WebGL without a browser' : ''
  throw new UsageError(`--backend cannot be "${text}": it is cpu or wasm${why}.`)
}

/** @throws {UsageError} that says what is known. */
export function readSettings(command: RunCommand, setup: Setup): RunSettings {
  const { widget } = command
  const config = configOf(widget, setup, command.set)
  return {
    config,
    variants: variantsOf(widget, setup, command.variants),
    seeds: seedsOf(setup, command.seeds),
    steps: stepsOf(widget, setup.steps(config), command.steps),
    backend: backendOf(command.backend),
  }
}
