/** Which networks the kernels of whole networks know, and the room that they need. */
import type { Dense } from '../layers/dense.ts'
import type { Mlp } from '../layers/mlp.ts'
import { activationCodes } from './activationCodes.ts'

/** What a network is to the kernels. */
export interface StackShape {
  seeds: number
  features: number
  /** Of the last layer. */
  units: number
  activation: number
  alpha: number
  layers: readonly { inputs: number; units: number; stride: number }[]
}

/** silu and gelu need the pre-activations for their slopes; prelu and maxout have parameters or pieces of their own. */
const knownActivations: readonly string[] = ['linear', 'relu', 'leakyRelu', 'elu', 'tanh', 'sigmoid']

const isKnown = ({ activation: { name, pieces }, activationParams, normalization }: Dense) =>
  knownActivations.includes(name) && pieces === 1 && activationParams.length === 0 && !normalization

/** Up to the next multiple of 4. */
export const padded = (n: number): number => (n + 3) & ~3

const shapes = new WeakMap<object, { shape: StackShape | null }>()

/** null for networks that the kernels do not know. */
export function stackShape({ layers }: Pick<Mlp, 'layers'>): StackShape | null {
  let known = shapes.get(layers)
  if (!known) shapes.set(layers, (known = { shape: shapeOf(layers) }))
  return known.shape
}

function shapeOf(layers: readonly Dense[]): StackShape | null {
  const hidden = layers.slice(0, -1)
  const last = layers.at(-1)!
  const { name, alpha } = hidden[0]?.activation ?? last.activation
  const alike = hidden.every(({ activation }) => activation.name === name && activation.alpha === alpha)
  if (!alike || last.activation.name !== 'linear' || !layers.every(isKnown)) return null
  return {
    seeds: last.kernel.shape[0],
    features: layers[0]!.kernel.shape[1]!,
    units: last.units,
    activation: activationCodes[name as keyof typeof activationCodes],
    alpha: alpha ?? 1,
    layers: layers.map(({ kernel, units }) => ({
      inputs: kernel.shape[1]!,
      units,
      stride: padded(units),
    })),
  }
}

/**
 * Numbers of room for each purpose, for `batch` rows at a time; `slots` is what the optimizer keeps per parameter;
 * `masked` where units are left out.
 */
export function roomFor(
  { features, units, layers }: StackShape,
  batch: number,
  slots: number,
  masked: boolean,
) {
  const widest = Math.max(...layers.map(({ stride }) => stride))
  const largest = Math.max(...layers.map(({ inputs, stride }) => padded(inputs) * stride))
  return {
    widest,
    largest,
    inputs: batch * features,
    labels: padded(batch * units),
    error: padded(batch * widest),
    layers: layers.map(({ inputs, units: own, stride }, l) => ({
      a: batch * stride,
      mask: masked && l < layers.length - 1 ? batch * stride : 0,
      copies: own === stride ? 0 : (1 + slots) * (inputs + 1) * stride,
    })),
  }
}
