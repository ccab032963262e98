/** The settings of a run in words: what differs from the published figure, and the seeds. No DOM. */
import type { Run } from '../../../lab/runState.ts'
import { capital, formatSetting } from '../../format.ts'

/** "0 to 4", "0, 2, 7". */
const seedWords = (seeds: readonly number[]): string => {
  const [first = 0] = seeds
  const inRow = seeds.length > 2 && seeds.every((seed, i) => seed === first + i)
  return inRow ? `${first} to ${first + seeds.length - 1}` : seeds.join(', ')
}

/** "Learning rate 0.1; seeds 0 to 4.", "Settings as published; seeds 0 to 4." */
export function settingsWords(run: Run): string {
  const { setup } = run
  const { initialConfig, changes, seeds, images } = run.getState()
  const values = initialConfig as Readonly<Record<string, unknown>>
  const differs = Object.entries(setup.config).flatMap(([name, field]) => {
    const value = values[name]
    if (value === field.default) return []
    if (field.kind === 'toggle') return [`${field.label} ${value === true ? 'on' : 'off'}`]
    if (field.kind === 'choice') return [`${field.label} ${field.names?.[String(value)] ?? String(value)}`]
    return [`${field.label} ${formatSetting(Number(value))}${field.unit ? ` ${field.unit}` : ''}`]
  })
  const later = changes.flatMap(({ step, values: changed }) =>
    Object.entries(changed).map(
      ([name, value]) => `${setup.config[name]?.label ?? name} ${formatSetting(value)} from step ${step}`,
    ),
  )
  const words = [
    ...(differs.length + later.length === 0 ? ['settings as published'] : [...differs, ...later]),
    ...(images ? ['trained on the reader’s own digits'] : []),
    `${seeds.length === 1 ? 'seed' : 'seeds'} ${seedWords(seeds)}`,
  ]
  return `${capital(words.join('; '))}.`
}
