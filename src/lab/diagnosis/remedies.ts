/** What a reader can do about it: a change of the setup's own fields, or null if the setup has none that helps. */
import type { Field, RangeField } from '../config.ts'
import type { Remedy } from './diagnosis.ts'
import type { Case } from './evidence.ts'
import { setting } from './words.ts'

/** The first that helps. */
export const first = (...remedies: (Remedy | null)[]): Remedy | null =>
  remedies.find((remedy) => remedy !== null) ?? null

/**
 * Share of the greatest rate at which one update lowers the loss. Momentum 0.9 adds up to ten updates; Adam's go on
 * at full length after the gradient has become small.
 */
const share: Readonly<Record<string, number>> = { sgd: 0.5, momentum: 0.1, adam: 0.2 }

/** A rate that the measured curvature allows in every seed, one digit long; NaN if none was measured. */
function fittingRate({ lowestLimit, last }: Case): number {
  const rate = lowestLimit * (share[last.optimizer] ?? 0.1)
  return Number.isFinite(rate) ? Number(rate.toPrecision(1)) : NaN
}

/** At most half of the present rate. None if the field's least rate is still far above what the curvature allows. */
export const lowerRate = (c: Case): Remedy | null => {
  const fitting = fittingRate(c)
  const half = Number((c.learningRate / 2).toPrecision(1))
  const rate = fitting < half ? fitting : half
  return setRate(c, rate, (to) => to < c.learningRate && to < 4 * c.lowestLimit)
}

/**
 * At least twice the present rate; up to the published one, or to ten times the present one. Where weights are small
 * the loss is flat, and the curvature there would allow far more than the network can bear once it has learned.
 */
export const raiseRate = (c: Case): Remedy | null => {
  const published = Math.max(...rateFields(c).map(([, field]) => field.default))
  const most = Math.max(published, 10 * c.learningRate)
  return setRate(c, Number(Math.min(fittingRate(c), most).toPrecision(1)), (to) => to >= 2 * c.learningRate)
}

function setRate(c: Case, rate: number, helps: (to: number) => boolean): Remedy | null {
  if (!(rate > 0)) return null
  const change: Record<string, number> = {}
  for (const [name, field] of rateFields(c)) change[name] = clamp(rate, field)
  const [to] = Object.values(change)
  return to !== undefined && helps(to) ? { label: `Try a rate of ${setting(to)}`, change } : null
}

/**
 * The fields that this variant's rate comes from: learning rates whose value it is. The published names are
 * `learningRate`, and `lowRate` and `highRate` where the variants differ in it.
 */
const rateFields = ({ fields, config, learningRate }: Case): [string, RangeField][] =>
  Object.entries(fields).filter(
    (entry): entry is [string, RangeField] =>
      entry[1].kind === 'range' &&
      /learning rate/i.test(entry[1].label) &&
      Math.abs(Number(config[entry[0]]) / learningRate - 1) < 1e-6,
  )

const clamp = (value: number, { min, max }: RangeField) => Math.min(max, Math.max(min, value))

/** Starting weights as the figure is published: its scale first, then its initializer. */
export function publishedWeights(c: Case): Remedy | null {
  const scale = c.fields['weightScale']
  if (scale?.kind === 'range' && c.config['weightScale'] !== scale.default)
    return {
      label: `Try starting weights times ${setting(scale.default)}`,
      change: { weightScale: scale.default },
    }
  const initializer = c.fields['initializer']
  if (initializer?.kind === 'choice' && c.config['initializer'] !== initializer.default) {
    const name = initializer.names?.[initializer.default] ?? initializer.default
    return { label: `Try the starting weights “${name}”`, change: { initializer: initializer.default } }
  }
  return null
}

/**
 * Xavier's weights times 4, if they are larger. A sigmoid's slope is at most 1/4, so with these a signal keeps its
 * size from layer to layer; with Xavier's own, as published, it vanishes.
 */
export function levelSigmoid(c: Case): Remedy | null {
  const scale = c.fields['weightScale']
  const to = 4
  const fits = scale?.kind === 'range' && scale.max >= to && Number(c.config['weightScale']) > to
  if (!fits || c.start.layers[0]!.activation !== 'sigmoid') return null
  return { label: `Try starting weights times ${to}`, change: { weightScale: to } }
}

const hasOption = (field: Field | undefined, option: string) =>
  field?.kind === 'choice' && field.options.includes(option)

/** Adam divides each gradient by its own size. At a rate that suits it. */
export function adam(c: Case): Remedy | null {
  if (c.last.optimizer === 'adam' || !hasOption(c.fields['optimizer'], 'adam')) return null
  const rate = 0.01
  const change: Record<string, number | string> = { optimizer: 'adam' }
  for (const [name, field] of rateFields(c)) change[name] = clamp(rate, field)
  return { label: `Try Adam at a rate of ${setting(rate)}`, change }
}

/** Two hidden layers, if there are more. */
export function shallower(c: Case): Remedy | null {
  const field = c.fields['depth']
  const hidden = c.last.layers.length - 1
  if (field?.kind !== 'range' || c.config['depth'] !== hidden) return null
  const depth = Math.max(2, field.min)
  return depth < hidden ? { label: `Try ${depth} hidden layers`, change: { depth } } : null
}

/** Sixteen units a layer, if there are fewer than eight. */
export function wider(c: Case): Remedy | null {
  const units = c.last.layers[0]!.units
  const found = Object.entries(c.fields).find(
    (entry): entry is [string, RangeField] =>
      entry[1].kind === 'range' && ['units', 'width'].includes(entry[0]) && c.config[entry[0]] === units,
  )
  if (!found || units >= 8) return null
  const to = clamp(16, found[1])
  return to > units ? { label: `Try ${to} units per layer`, change: { [found[0]]: to } } : null
}
