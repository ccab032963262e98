/**
 * A run as a table that spreadsheets and programs read (RFC 4180): one row for each variant, seed and measured step.
 * Its columns are `variant`, `seed`, `step`, the run's clock, the metrics, then the settings in force at that step, all
 * by the names that links use. Numbers have all their digits; a value that is not a number (a seed that diverged) is an
 * empty cell. No DOM.
 */
import { settingsAt } from '../../../lab/changes.ts'
import type { Run } from '../../../lab/runState.ts'

type Value = string | number | boolean | undefined

/** A field of RFC 4180: in quotes where it must be. */
function cell(value: Value): string {
  const text = typeof value === 'number' && !Number.isFinite(value) ? '' : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const row = (values: readonly Value[]) => `${values.map(cell).join(',')}\r\n`

/** A name that no other column has. */
const free = (name: string, taken: readonly string[]): string =>
  taken.includes(name) ? free(`${name}_`, taken) : name

export function csvOf(run: Run): string {
  const { setup, history } = run
  const { variants, seeds, initialConfig, changes } = run.getState()
  const metrics = Object.keys(setup.metrics)
  const settings = Object.keys(setup.config)
  const columns = ['variant', 'seed', 'step', setup.clock(initialConfig).name, ...metrics].reduce<string[]>(
    (names, name) => [...names, free(name, names)],
    [],
  )
  const named = settings.reduce<string[]>((names, name) => [...names, free(name, names)], columns)
  const body = variants.flatMap((variant) => {
    const [steps, epochs] = [history.steps(variant), history.epochs(variant)]
    return seeds.flatMap((seed) => {
      const values = metrics.map((metric) => history.values(variant, metric, seed))
      return Array.from(steps, (step, i) => {
        const config = settingsAt(initialConfig, changes, step) as Readonly<Record<string, Value>>
        return row([
          variant,
          seed,
          step,
          epochs[i],
          ...values.map((measured) => measured[i]),
          ...settings.map((name) => config[name]),
        ])
      })
    })
  })
  return row(named) + body.join('')
}
