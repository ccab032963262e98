/** What comes out of a diagnosis. */

export const causes = [
  'inputs',
  'symmetricUnits',
  'saturatedUnits',
  'weightsTooLarge',
  'deadUnits',
  'vanishingGradients',
  'learningRateTooHigh',
  'unrelatedLabels',
  'learningRateTooLow',
] as const
export type Cause = (typeof causes)[number]

export interface Remedy {
  /** The words on the button: "Try a rate of 0.05". */
  label: string
  /** New values of the setup's own fields, each within its field's range. */
  change: Readonly<Record<string, number | string>>
}

/** What one cause has to say about one seed. */
export interface Finding {
  cause: Cause
  /** Without a capital and without a full stop, so that "In 2 of 5 seeds, " can stand before it. */
  sentence: string
  /** Null where no field of the setup helps. */
  remedy: Remedy | null
}

export interface Diagnosis {
  cause: Cause
  variant: string
  /** Positions of the seeds that it was found in. */
  seeds: readonly number[]
  /** One sentence with what was measured in the first of these seeds. */
  sentence: string
  remedy: Remedy | null
}
