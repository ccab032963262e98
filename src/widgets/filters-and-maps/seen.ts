/** What is chosen to be looked at, and what the network of a moment makes of it. */
import { size } from './config.ts'
import { forward, type Stage } from './forward.ts'
import type { Choice, Place } from './layout.ts'
import type { View } from './train.ts'

export interface Chosen extends Choice, Place {
  /** The digit whose test image it is; `own` is the reader's drawing. */
  digit: number | 'own'
  /** The drawing, brightness in [0, 1]; null where there is none. */
  own: Float32Array | null
}

export interface Seen {
  /** Brightness in [0, 1]. */
  picture: Float32Array
  stages: Stage[]
}

const cells = size * size
/** Two pictures of a variant show the same moment: it is computed once. */
const known = new WeakMap<View, { of: Float32Array | number; seen: Seen }>()

/** @returns the maps of all layers for the image that is chosen. The same moment and image give the same object. */
export function lookAt(view: View, { digit, own }: Chosen): Seen {
  const of = digit === 'own' && own ? own : digit === 'own' ? 0 : digit
  const before = known.get(view)
  if (before && before.of === of) return before.seen
  const { mean } = view
  const std = view.std[0]!
  const image =
    typeof of === 'number'
      ? view.digits.subarray(of * cells, (of + 1) * cells)
      : of.map((value, i) => (value - mean[i]!) / std)
  const picture = image.map((value, i) => Math.min(1, Math.max(0, value * std + mean[i]!)))
  const seen = { picture, stages: forward(view.layers, image) }
  known.set(view, { of, seen })
  return seen
}

/** Changes with all that the pictures depend on besides the moment. Drawings are told apart by a number of their own. */
export const keyOf = ({ layer, filter, row, column, digit }: Chosen, drawing: number): string =>
  [layer, filter, row, column, digit, digit === 'own' ? drawing : ''].join(' ')

export const imageWords = ({ digit }: Chosen): string =>
  digit === 'own' ? 'your drawing' : `a test image of a ${digit}`
export const layerName = (layer: number): string => (layer === 0 ? 'first layer' : 'second layer')
