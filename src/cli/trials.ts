/** What chapters quote and no figure draws: the files of `trials/`, by name. */
import type { Engine } from '../lab/engine.ts'
import { UsageError } from './command.ts'
import type { Trial } from './trials/trial.ts'

const files = import.meta.glob<Trial>(['./trials/*.ts', '!./trials/trial.ts'], { import: 'default' })

/** As content/recordings/trials.json holds it. */
export interface TrialResult {
  what: string
  format: Trial['format']
  values: Record<string, number[]>
}

const nameOf = (file: string) => file.replace(/^.*\/|\.ts$/g, '')

export const trialNames: readonly string[] = Object.keys(files).map(nameOf).sort()

/** Those that train nothing. */
export async function quickTrials(): Promise<string[]> {
  const all = await Promise.all(
    Object.entries(files).map(async ([file, load]) => ({ file, trial: await load() })),
  )
  return all.filter(({ trial }) => trial.quick).map(({ file }) => nameOf(file))
}

/** Measures a trial again, on wasm, to the six digits that are kept. */
export async function runTrial(name: string, engine: Engine): Promise<TrialResult> {
  const load = Object.entries(files).find(([file]) => nameOf(file) === name)?.[1]
  if (!load) throw new UsageError(`There is no trial "${name}"; there are ${trialNames.join(', ')}.`)
  const { what, format, measure } = await load()
  await engine.use('wasm')
  const values = Object.entries(measure()).map(([key, list]) => [
    key,
    list.map((value) => Number(value.toPrecision(6))),
  ])
  return { what, format, values: Object.fromEntries(values) as TrialResult['values'] }
}
