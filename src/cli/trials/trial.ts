/** A measurement that a chapter quotes and no figure draws: one number per seed for each thing that is compared. */
export interface Trial {
  /** What the numbers are, in words. */
  what: string
  format: 'number' | 'percent'
  /** Trains nothing and takes a second or two, so that every test run can measure it again. */
  quick?: true
  /** Measures it; the same numbers whenever it is called. The engine is ready, and left without tensors. */
  measure: () => Record<string, number[]>
}
