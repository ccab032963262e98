/** The arithmetic of a padding in words and numbers. No DOM. */
import { list } from '../../ui/format.ts'
import { holding, planeCounts, type Shape, type Way } from './shapes.ts'

export const names: Readonly<Record<Way, string>> = {
  valid: 'Valid',
  same: 'Same',
  full: 'Full',
  hand: 'By hand',
}

const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

/** How many windows there are, by the formula. */
export function outputWords({ axis, pad, output }: Shape): string {
  const { size, kernel, stride } = axis
  const sum = `${size} + ${pad.before} + ${pad.after} − ${kernel}`
  if (output === 0)
    return `${sum} is below 0: the kernel is larger than all it could stand on, and no window fits.`
  const room = size + pad.before + pad.after - kernel
  const rounded = room % stride === 0 ? '' : ', rounded down'
  return `(${sum}) / ${stride}${rounded}, + 1 = ${output}. In the plane ${output} × ${output}.`
}

/** Where the number of zeros comes from. */
export function zerosWords(way: Way, { axis, pad }: Shape): string {
  const { size, kernel, stride } = axis
  switch (way) {
    case 'valid':
      return 'None: a window stands only where all of it is on the input.'
    case 'same': {
      const wanted = Math.ceil(size / stride)
      const total = pad.before + pad.after
      const split =
        total === 0
          ? 'none is needed'
          : total % 2 === 0
            ? `${total / 2} at each end`
            : `an odd number, ${pad.before} before and ${pad.after} after, as TensorFlow has it`
      const rounded = size % stride === 0 ? '' : ', rounded up,'
      const goal =
        stride === 1
          ? `as many windows as pixels, ${size}`
          : `${size} / ${stride}${rounded} = ${count(wanted, 'window')}`
      return `As many as make ${goal}: ${total}, ${total === 0 ? split : `that is ${split}`}.`
    }
    case 'full':
      return `k − 1 = ${kernel - 1} at each end: every window that holds at least one input, at stride 1.`
    default:
      return `p = ${pad.before} at each end, because you say so.`
  }
}

/** Larger, smaller or as large, and what the name of the padding would let one think. */
export function comparedWords(way: Way, { axis, output }: Shape): string {
  const { size, kernel, stride } = axis
  const difference = output - size
  const how =
    difference === 0
      ? 'As large as the input'
      : `${difference < 0 ? 'Smaller' : 'Larger'} than the input by ${Math.abs(difference)}`
  if (way === 'valid' && difference === 0 && kernel === 1) return `${how}: a kernel of 1 needs no neighbours.`
  if (way === 'same' && stride > 1 && difference < 0)
    return `${how}: same padding keeps the size at stride 1 only.`
  if (way === 'full' && stride === 1) return `${how}: n + k − 1 = ${size} + ${kernel} − 1.`
  return `${how}.`
}

/** In how many windows the inputs take part. */
export function partWords(shape: Shape): string {
  const { counts } = shape
  const [least, most] = [Math.min(...counts), Math.max(...counts)]
  if (least === most)
    return `Every pixel is in ${count(most, 'window')} of the row, and in ${most * most} of the plane.`
  const none = counts.filter((each) => each === 0).length
  const corner = planeCounts(shape)[0]
  return `From ${least} to ${count(most, 'window')} of the row${none > 0 ? `, and ${count(none, 'pixel')} in none` : ''}. In the plane from ${least * least} to ${most * most}; the first corner is in ${corner}.`
}

/** The pixel that the reader has picked. */
export function pickWords(shape: Shape, picked: number): string {
  const windows = holding(shape, picked).map((i) => String(i + 1))
  const which =
    windows.length === 0
      ? 'in none of them'
      : windows.length <= 3
        ? `in ${windows.length === 1 ? 'window' : 'windows'} ${list(windows)}`
        : `in windows ${windows[0]} to ${windows.at(-1)}`
  return `${count(shape.output, 'window')}. Pixel ${picked + 1} is ${which}: ${count(windows.length, 'time')}.`
}

/** How the padding is asked for. */
export function codeWords(way: Way, { axis, pad }: Shape): string {
  switch (way) {
    case 'full':
      return `TensorFlow.js and Keras have no padding called full. There one pads by ${axis.kernel - 1} first and takes valid.`
    case 'hand':
      return pad.before === 0
        ? 'The same as valid.'
        : `PyTorch takes the number: padding=${pad.before}. In Keras one pads first and takes valid.`
    case 'same':
      return axis.stride === 1
        ? 'padding="same"'
        : 'padding="same" in Keras. PyTorch knows the word at stride 1 only.'
    default:
      return 'padding="valid", which is what libraries do if nothing is said.'
  }
}

/** What the row shows, for who does not see it. */
export const rowWords = ({ axis, pad, output, counts }: Shape): string =>
  `A row of ${count(axis.size, 'pixel')}, ${pad.before} zeros before and ${pad.after} after. ${count(output, 'window')} of ${axis.kernel}, ${axis.stride} apart. In how many each pixel is: ${counts.join(', ')}.`

export const planeWords = (shape: Shape): string =>
  `${shape.axis.size} by ${shape.axis.size} pixels. In how many windows each is, row by row: ${shape.counts
    .map((down) => shape.counts.map((across) => down * across).join(' '))
    .join('; ')}.`
