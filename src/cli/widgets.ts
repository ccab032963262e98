/** The widgets by the name of their folder; their code is loaded when it is asked for. */
import type { Config } from '../lab/config.ts'
import type { Experiment } from '../lab/experiment.ts'
import { listed } from '../lab/parseConfig.ts'
import type { Setup } from '../lab/setup.ts'
import { UsageError } from './command.ts'

const experiments = import.meta.glob<Experiment>('../widgets/*/train.ts', { import: 'default' })
const setups = import.meta.glob<Setup<Config>>('../widgets/*/config.ts', { import: 'default' })

const folder = (file: string) => file.split('/').at(-2) ?? file

export const widgetNames: readonly string[] = Object.keys(experiments).map(folder).sort()

async function load<T>(files: Record<string, () => Promise<T>>, widget: string): Promise<T> {
  const found = Object.entries(files).find(([file]) => folder(file) === widget)
  if (found) return found[1]()
  const all = listed(widgetNames).replace(/ or (?=[^ ]*$)/, ' and ')
  throw new UsageError(`There is no widget called "${widget}"; there are ${all}.`)
}

/** @throws {UsageError} that names the widgets there are. */
export const loadSetup = (widget: string): Promise<Setup> => load(setups, widget)
export const loadExperiment = (widget: string): Promise<Experiment> => load(experiments, widget)
