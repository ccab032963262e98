/** What a diagnosis is made from: a variant's run so far, and the same seen by one seed. */
import type { Config } from '../config.ts'
import type { Inspection, LayerInspection, PerSeed } from '../inspection.ts'

export type ConfigValues = Readonly<Record<string, unknown>>

export interface Evidence {
  /** The fields that the reader can change; a remedy uses no others. */
  setup: { config: Config }
  config: ConfigValues
  variant: string
  /** Steps of a whole run. */
  steps: number
  /** At steps 0, 1, 2, 4, 8, ... and of the last moment, in this order. */
  inspections: readonly Inspection[]
  /** The figure's own measurements of its training loss: for each seed as many as `steps` has. */
  losses: { steps: ArrayLike<number>; values: readonly ArrayLike<number>[] }
  /** For each seed the step at which it diverged, or null. */
  diverged: readonly (number | null)[]
}

/** The same, of one seed: a number where there was one for each seed. */
type OfSeed<T> = { [K in keyof T]: T[K] extends PerSeed ? number : T[K] }
export type LayerMoment = OfSeed<LayerInspection>
export type Moment = OfSeed<Omit<Inspection, 'layers'>> & { layers: readonly LayerMoment[] }

/** One seed's run. */
export interface Case {
  fields: Config
  config: ConfigValues
  steps: number
  /** The whole run is over, or this seed's is. */
  ended: boolean
  diverged: number | null
  /** At least one; the first is the start. Those whose loss is no number are left out, except the start. */
  moments: readonly Moment[]
  start: Moment
  last: Moment
  /** Finite losses by step, ascending. */
  losses: readonly { step: number; loss: number }[]
  /** The learning rate of the last inspection of all. */
  learningRate: number
  /** The lowest rate at which one update stops lowering the loss, before the loss went up; and where it was. */
  limit: { rate: number; step: number }
  /** The lowest of all seeds' `limit.rate`, but of each at least a tenth of its start's: one steep place is no rule. */
  lowestLimit: number
}

/** One case for each seed; none before the first inspection. */
export function casesOf(evidence: Evidence): Case[] {
  if (evidence.inspections.length === 0) return []
  const seeds = evidence.inspections[0]!.loss.length
  const cases = Array.from({ length: seeds }, (_, seed) => caseOf(evidence, seed))
  const lowestLimit = Math.min(
    ...cases.map(({ limit, start }) =>
      Math.max(limit.rate, Number.isFinite(start.rateLimit) ? start.rateLimit / 10 : 0),
    ),
  )
  return cases.map((one) => ({ ...one, lowestLimit }))
}

function caseOf(evidence: Evidence, seed: number): Case {
  const all = evidence.inspections.map((inspection) => momentOf(inspection, seed))
  const moments = all.filter(({ loss }, i) => i === 0 || Number.isFinite(loss))
  const diverged = evidence.diverged[seed] ?? null
  const [start, end] = [moments[0]!, all.at(-1)!]
  const limit = limitOf(moments)
  return {
    fields: evidence.setup.config,
    config: evidence.config,
    steps: evidence.steps,
    ended: diverged !== null || !Number.isFinite(end.loss) || end.step >= evidence.steps,
    diverged: diverged ?? (Number.isFinite(end.loss) ? null : end.step),
    moments,
    start,
    last: moments.at(-1)!,
    losses: lossesOf(evidence, moments, seed),
    learningRate: end.learningRate,
    limit,
    lowestLimit: limit.rate,
  }
}

const ofSeed = <T extends object>(values: T, seed: number): OfSeed<T> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? (value[seed] as number) : (value as unknown),
    ]),
  ) as OfSeed<T>

const momentOf = ({ layers, ...network }: Inspection, seed: number): Moment => ({
  ...ofSeed(network, seed),
  layers: layers.map((layer) => ofSeed(layer, seed)),
})

/**
 * Up to the first moment whose loss is half as much again as the start's: what follows is a consequence. Of Adam the
 * start alone: there its update is the gradient's signs, later it is shorter than they are.
 */
function limitOf(moments: readonly Moment[]): Case['limit'] {
  const start = moments[0]!
  const risen = moments.findIndex(({ loss }) => loss > 1.5 * start.loss)
  const before = moments.slice(0, start.optimizer === 'adam' ? 1 : risen < 0 ? undefined : risen)
  return before
    .map(({ rateLimit, step }) => ({ rate: rateLimit > 0 ? rateLimit : Infinity, step }))
    .reduce((least, one) => (one.rate < least.rate ? one : least), { rate: Infinity, step: start.step })
}

/** Of the figure and of the inspections; at the same step the figure's. */
function lossesOf({ losses }: Evidence, moments: readonly Moment[], seed: number): Case['losses'] {
  const byStep = new Map(moments.map(({ step, loss }) => [step, loss]))
  const own = losses.values[seed]
  for (let i = 0; i < losses.steps.length; i++) byStep.set(losses.steps[i]!, own?.[i] ?? NaN)
  return [...byStep]
    .map(([step, loss]) => ({ step, loss }))
    .filter(({ loss }) => Number.isFinite(loss))
    .sort((a, b) => a.step - b.step)
}
