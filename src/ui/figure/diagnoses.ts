/** What each variant's own statistics say of a run that does not learn. No DOM. */
import { diagnose } from '../../lab/diagnosis/diagnose.ts'
import type { Diagnosis } from '../../lab/diagnosis/diagnosis.ts'
import type { Run } from '../../lab/runState.ts'

/** Asked again only when a variant has been looked at again, or lost a seed, or settings have changed. */
const known = new WeakMap<readonly object[], { key: string; diagnosis: Diagnosis | null }>()

/** Null while it learns, and where nobody has looked at its layers. */
export function diagnosisOf(run: Run, variant: string): Diagnosis | null {
  const { config, seeds, diverged } = run.getState()
  const moments = run.inspections(variant)
  const [newest] = moments.slice(-1)
  if (!newest) return null
  const stops = diverged[variant] ?? []
  const key = `${moments.length} ${stops.join()} ${JSON.stringify(config)}`
  const found = known.get(moments)
  if (found?.key === key) return found.diagnosis
  const diagnosis = diagnose({
    setup: run.setup,
    config,
    variant,
    steps: run.setup.steps(config),
    inspections: moments.map(({ inspection }) => inspection),
    losses: {
      steps: run.history.steps(variant),
      values: seeds.map((seed) => run.history.values(variant, 'loss', seed)),
    },
    diverged: stops,
  })
  known.set(moments, { key, diagnosis })
  return diagnosis
}
