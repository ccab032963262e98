/** Who shares what with whom, in words and numbers. No DOM. */
import { isDense, positionsOf, setCount, setSize, type Method, type Place, type Shape } from './sharing.ts'

export const names: Readonly<Record<Method, string>> = {
  batch: 'Batch',
  layer: 'Layer',
  instance: 'Instance',
  group: 'Group',
  rms: 'RMS',
  weight: 'Weight',
}

/** A dense layer's channels are its units. */
export const channelWord = (shape: Shape): string => (isDense(shape) ? 'unit' : 'channel')

const count = (n: number, word: string) =>
  `${n} ${n === 1 ? word : word === 'entry' ? 'entries' : `${word}s`}`

/** "N × H × W = 4 × 2 × 2 = 16": the axes over which is summed, without those that a dense layer has not. */
function product(factors: readonly (readonly [string, number])[], shape: Shape): string {
  const used = factors.filter(([symbol]) => !(isDense(shape) && (symbol === 'H' || symbol === 'W')))
  const total = used.reduce((result, [, n]) => result * n, 1)
  if (used.length === 0) return '1'
  const parts = [used.map(([symbol]) => symbol).join(' × '), used.map(([, n]) => n).join(' × ')]
  return [...new Set([...parts, String(total)])].join(' = ')
}

const numbers = (of: string) => (of === '1' ? '1 number, itself' : `${of} numbers`)

/** The rule, and how many statistics it makes. */
export function sharingWords(method: Method, shape: Shape, groups: number): string {
  const { examples, channels, height, width } = shape
  const all = setCount(method, shape, groups)
  const [n, h, w] = [['N', examples] as const, ['H', height] as const, ['W', width] as const]
  const c = ['C', channels] as const
  const channel = channelWord(shape)
  const inAll = `${count(all, 'mean')} and ${count(all, 'variance')} in all.`
  switch (method) {
    case 'batch':
      return `Each ${channel} shares one mean and one variance over all ${numbers(product([n, h, w], shape))}: ${inAll}`
    case 'layer':
      return `Each example shares one mean and one variance over all ${numbers(product([c, h, w], shape))}: ${inAll}`
    case 'instance':
      return `Each ${channel} of each example has a mean and a variance of its own, over ${numbers(product([h, w], shape))}: ${inAll}`
    case 'group':
      return `Each group of ${count(channels / groups, channel)} of each example shares one mean and one variance, over ${numbers(product([['C/G', channels / groups], h, w], shape))}: ${inAll}`
    case 'rms':
      return `Each example shares one root mean square over all ${numbers(product([c, h, w], shape))}: ${count(all, 'root mean square')} in all. No mean is subtracted.`
    case 'weight':
    default:
      return `No activation is normalized, so none is marked here. The weights are: each ${channel}'s weight vector becomes w = g · v / ‖v‖, a direction and a length that are learned apart.`
  }
}

export interface Fact {
  name: string
  words: string
}

const own = 'None. What becomes of an example is the same in any batch, and alone.'

function remark(method: Method, shape: Shape, groups: number): string {
  const dense = isDense(shape)
  const channel = channelWord(shape)
  if ((method === 'instance' || method === 'group') && setSize(method, shape, groups) === 1)
    return 'A mean over one number is that number: every activation becomes 0. In a dense layer this is of no use.'
  switch (method) {
    case 'batch':
      return dense
        ? 'With one example in the batch, every activation would be its own mean and become 0.'
        : 'All positions of a channel count as examples: a channel looks for the same thing everywhere.'
    case 'layer':
      return dense
        ? 'In a Transformer every position of a sequence is treated like an example here: a mean over its own units.'
        : 'Some libraries take every position by itself instead, over its C channels, as Transformers do. Check the axes.'
    case 'instance':
      return 'It removes each channel’s own brightness and contrast from each image.'
    case 'group':
      if (groups === 1) return 'One group of all of them: this is layer normalization.'
      if (groups === shape.channels) return `A group for each ${channel}: this is instance normalization.`
      return `Between layer normalization (1 group) and instance normalization (${shape.channels} groups).`
    case 'rms':
      return 'Layer normalization’s set, with one statistic in place of two. The mean stays where it is.'
    case 'weight':
    default:
      return 'Activations can still be of any mean and size: nothing looks at them.'
  }
}

/** What follows from the rule, in the same order for every method. */
export function facts(method: Method, shape: Shape, groups: number): Fact[] {
  const size = setSize(method, shape, groups)
  const all = setCount(method, shape, groups)
  const total = shape.examples * shape.channels * positionsOf(shape)
  return [
    {
      name: 'Statistics',
      words:
        method === 'weight'
          ? `0 of activations. One length ‖v‖ for each ${channelWord(shape)}: ${shape.channels} of weights.`
          : `${total} numbers in ${count(all, 'set')} of ${size}: ${method === 'rms' ? all : 2 * all} statistics.`,
    },
    {
      name: 'Other examples',
      words:
        method === 'batch'
          ? 'They count. What becomes of an example depends on the others in its batch.'
          : own,
    },
    {
      name: 'Training, inference',
      words:
        method === 'batch'
          ? 'They differ. Training uses the batch’s own statistics, inference running averages of them.'
          : 'The same in both.',
    },
    { name: 'Note', words: remark(method, shape, groups) },
  ]
}

/** "example 2, channel 3, position 1", counted from 1 as on the sliders. */
export const placeWords = ({ example, channel, position }: Place, shape: Shape): string =>
  `example ${example + 1}, ${channelWord(shape)} ${channel + 1}${isDense(shape) ? '' : `, position ${position + 1}`}`

/** What the picture shows now. */
export function pictureWords(method: Method, place: Place, shape: Shape, groups: number): string {
  const { examples, channels, height, width } = shape
  const block = isDense(shape)
    ? `${examples} examples by ${channels} units`
    : `${examples} examples by ${channels} channels by ${height} × ${width} positions`
  const size = setSize(method, shape, groups)
  const shared =
    size === 0
      ? 'Nothing else is marked: no activations share a statistic.'
      : `Marked with it: the ${count(size, 'number')} that share its statistics.`
  return `A block of ${block}. The picked number is ${placeWords(place, shape)}. ${shared}`
}
