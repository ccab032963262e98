/** Live fields that were changed while a run trained: when, and to what. Replayed, they give the same run again. */

export interface Change {
  /** Holds for all updates after this one. */
  step: number
  /** Values of live fields by name. */
  values: Readonly<Record<string, number>>
}

/** The settings in force for the update that follows step `step`; later changes win. */
export const settingsAt = <C extends object>(config: C, changes: readonly Change[], step: number): C =>
  Object.assign(
    {},
    config,
    ...changes.filter((change) => change.step <= step).map(({ values }) => values),
  ) as C

/** What was changed up to `step`, and then `values` at it. Ascending, one entry for each step. */
export function changedAt(
  changes: readonly Change[],
  step: number,
  values: Readonly<Record<string, number>>,
): Change[] {
  const before = changes.filter((change) => change.step < step)
  const here = Object.assign(
    {},
    ...changes.filter((change) => change.step === step).map((change) => change.values),
    values,
  ) as Change['values']
  return Object.keys(here).length > 0 ? [...before, { step, values: here }] : before
}
