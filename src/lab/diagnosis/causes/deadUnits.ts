/** A layer whose units are off on every example: nothing flows back through it. */
import type { Finding } from '../diagnosis.ts'
import type { Case, LayerMoment, Moment } from '../evidence.ts'
import { first, lowerRate, publishedWeights, shallower, wider } from '../remedies.ts'
import type { Symptoms } from '../symptoms.ts'
import { layerName, setting } from '../words.ts'

/** Share of a layer's units. Networks that learn were seen with up to 0.4. */
const nearlyAll = 0.9

/** Sigmoid and tanh do not switch off: they saturate, which is another cause. */
const canBeOff = ({ activation }: LayerMoment) => activation !== 'sigmoid' && activation !== 'tanh'
const isOff = (layer: LayerMoment) => canBeOff(layer) && layer.inactive >= nearlyAll
const firstOff = ({ layers }: Moment) => layers.slice(0, -1).findIndex(isOff)

export function deadUnits(c: Case, { diverged, stuck, thrown, blocked }: Symptoms): Finding | null {
  // Where numbers overflow, half of all units are off on the way: a consequence.
  if (diverged || (!stuck && !thrown && !blocked)) return null
  const index = firstOff(c.last)
  if (index < 0) return null
  const { units, inactive } = c.last.layers[index]!
  const off = Math.round(units * inactive)
  const all = units === 1 ? 'the only unit' : units === 2 ? 'both units' : `all ${units} units`
  const who = off === units ? all : `${off} of the ${units} units`
  const name = layerName(index, c.last)
  if (isOff(c.start.layers[index]!)) {
    // In wide layers chance does not do this: it is the biases, and there is no field for them.
    const remedy = first(publishedWeights(c), wider(c), units < 8 ? shallower(c) : null)
    const be = units === 1 ? 'is' : 'are'
    const sentence = `${who} of ${name} ${be} inactive on every example from the start, so no gradient gets through it`
    return { cause: 'deadUnits', sentence, remedy }
  }
  const since = c.moments.find(({ layers }) => isOff(layers[index]!))!.step
  const sentence = `updates at a rate of ${setting(c.learningRate)} left ${who} of ${name} inactive on every example by step ${since}, and inactive units get no gradient`
  return { cause: 'deadUnits', sentence, remedy: lowerRate(c) }
}
