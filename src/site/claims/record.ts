/** What `npm run claims` keeps of every claim of the book, in content/claims.json. */

export interface Measurement {
  /** "test accuracy of sigmoid at depth 6" */
  what: string
  /** "below 0.2" */
  threshold: string
  /** What has to meet the threshold: the values of the seeds, their mean or their median. */
  by: 'seeds' | 'mean' | 'median'
  /** By seeds: of how many it must be true. */
  atLeast?: number
  seeds: number[]
  /** Of the values that are numbers; null if none is. */
  mean: number | null
  /** Standard deviation of the sample; null of fewer than two numbers. */
  sd: number | null
  median: number | null
  /** How many seeds have no number: they diverged, or never got there. */
  missing: number
}

export interface ClaimRecord {
  /** The title of the test, as a sentence. */
  claim: string
  holds: boolean
  /** It says what does not show: no difference, no gain, no cure. */
  negative: boolean
  /** The slug of the chapter; absent for the home page. */
  chapter?: string
  /** The name of the figure in that chapter: its anchor is `fig-<figure>`. */
  figure?: string
  /** Empty where the claim is exact: derived, counted, or true of every number that the test looks at. */
  measured: Measurement[]
}

/** By the path of the test file. */
export type ClaimsFile = Readonly<Record<string, readonly ClaimRecord[]>>
