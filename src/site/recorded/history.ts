/** A recording's measurements as the history of a run. */
import { createHistory } from '../../lab/history.ts'
import type { Recording } from '../../lab/recording.ts'
import type { History } from '../../lab/runState.ts'

export function historyOf({ variants, seeds, metrics }: Recording): History {
  const names = Object.keys(metrics)
  const history = createHistory({ variants: Object.keys(variants), metrics: names, seeds })
  for (const [name, { steps, epochs, metrics: rows }] of Object.entries(variants))
    history.append(name, {
      steps,
      epochs,
      values: steps.flatMap((_, i) => names.flatMap((metric) => rows[metric]![i]!)),
    })
  return history
}
