/** Sigmoids and tanhs at their flat ends: from the start, by weights or biases, or driven there by large updates. */
import type { Finding } from '../diagnosis.ts'
import type { Case, LayerMoment, Moment } from '../evidence.ts'
import { first, levelSigmoid, lowerRate, publishedWeights } from '../remedies.ts'
import type { Symptoms } from '../symptoms.ts'
import { layerName, percent, setting } from '../words.ts'
import { startsVanished } from './vanishingGradients.ts'

/** Share of a layer's activations. Networks that learn start at 0.2 or less. */
const [atStart, driven] = [0.7, 0.9]

const theName = (activation: string) => (activation === 'sigmoid' ? 'the sigmoid' : activation)
const flatness = ({ activation, flat }: LayerMoment) =>
  activation === 'sigmoid' || activation === 'tanh' ? flat : 0

/** The hidden layer with the greatest share. */
const flattest = ({ layers }: Moment) => {
  const shares = layers.slice(0, -1).map(flatness)
  const share = Math.max(...shares)
  return { share, index: shares.indexOf(share) }
}

export function saturatedUnits(c: Case, { diverged, stuck, thrown }: Symptoms): Finding | null {
  if ((!diverged && !stuck && !thrown) || c.start.layers.length < 2) return null
  const [before, now] = [flattest(c.start), flattest(c.last)]
  const where = (index: number) =>
    `where ${theName(c.start.layers[index]!.activation)} is flat (slope below 0.05)`
  if (before.share > atStart) {
    const sentence = `${percent(before.share)} of the activations of ${layerName(before.index, c.start)} lie ${where(before.index)} from the start, so most of its units hardly answer to their inputs`
    return { cause: 'saturatedUnits', sentence, remedy: first(levelSigmoid(c), publishedWeights(c)) }
  }
  if (diverged || startsVanished(c)) return null
  if (now.share > driven && now.share > 2 * flatness(c.start.layers[now.index]!)) {
    const once = flatness(c.start.layers[now.index]!)
    const sentence = `updates at a rate of ${setting(c.learningRate)} drove ${percent(now.share)} of the activations of ${layerName(now.index, c.start)} to ${where(now.index)}; at the start it was ${percent(once)}`
    return { cause: 'saturatedUnits', sentence, remedy: lowerRate(c) }
  }
  return null
}
