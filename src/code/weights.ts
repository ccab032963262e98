/** Starting weights as the figures draw them, without tfjs: same generators, same numbers. */
import {
  constant,
  fanInUniform,
  glorotNormal,
  heNormal,
  normal,
  type Initializer,
} from '../nn/initializers.ts'
import type { Random } from '../nn/random.ts'
import { random } from '../nn/random.ts'
import { scaledInitializer } from '../nn/scaledInitializer.ts'
import type { Passing, Start, Training } from './experiment.ts'
import { lastMaps, piecesOf, placedLayers } from './maps.ts'

/** One layer before it has learned anything. */
export interface LayerStart {
  inputs: number
  units: number
  /** `[inputs, units]`, flat. */
  kernel: Float32Array
  /** The kernel's shape where it is another: `[height, width, channels, filters]`, in the same order. */
  shape?: readonly number[]
  /** `[units]`. Absent where activations are normalized: their shift starts from 0. */
  bias?: Float32Array
  /** `[units]`, with weight normalization: the length of each unit's weights. */
  gain?: Float32Array
}

function drawn(start: Start): Initializer {
  switch (start.rule) {
    case 'he':
      return heNormal()
    case 'xavier':
      return glorotNormal()
    case 'fanInUniform':
      return fanInUniform()
    case 'constant':
      return constant(start.value)
    default:
      return start.mean ? normalAbout(start.mean, start.stddev) : normal(start.stddev)
  }
}

const normalAbout = (mean: number, stddev: number): Initializer => ({
  name: 'normal about a mean',
  std: () => stddev,
  draw: (r, count) => Float32Array.from({ length: count }, () => r.normal(mean, stddev)),
})

const initializerOf = (start: Start): Initializer =>
  (start.times ?? []).reduce((rule, factor) => scaledInitializer(rule, factor), drawn(start))

const kernelOf = (start: Start, own: Random, layer: number, inputs: number, units: number): Float32Array => {
  const draws = own.split(`layer ${layer}`).split('kernel 0')
  return initializerOf(start).draw(draws, inputs * units, inputs, units)
}

/**
 * The layers of a network that learns, before they are fitted to any data.
 * @param purpose what the generator of a network of dense layers is called.
 */
export function startingLayers(
  training: Training,
  features: number,
  seed: number,
  purpose = 'weights',
): LayerStart[] {
  const { hidden, outputs, start, outputStart = start, normalization, maps } = training
  if (maps) return convolutionalLayers(training, seed)
  const sizes = [features, ...hidden, outputs]
  return sizes.slice(1).map((units, i) => {
    const inputs = sizes[i]!
    const last = i === hidden.length
    const kernel = kernelOf(last ? outputStart : start, random(seed).split(purpose), i, inputs, units)
    const layer: LayerStart = { inputs, units, kernel }
    if (last || normalization === undefined || normalization.name === 'weight')
      layer.bias = new Float32Array(units)
    if (!last && normalization?.name === 'weight') layer.gain = lengths(kernel, units)
    return layer
  })
}

/** As nn's `cnn` draws them: layers are counted by what they learn, and the output layer is called so. */
function convolutionalLayers(training: Training, seed: number): LayerStart[] {
  const { outputs, start, outputStart = start } = training
  const own = random(seed).split('weights')
  const convolutions = placedLayers(training)
    .flatMap(({ layer, input }) => (layer.name === 'conv2d' ? [{ ...layer, channels: input[2] }] : []))
    .map(({ channels, ...layer }, i): LayerStart => {
      const { kernelSize, filters } = layer
      const area = kernelSize ** 2
      const inputs = area * channels
      const pieces = Array.from({ length: piecesOf(layer) }, (_, piece) => {
        const draws = own.split(`layer ${i}`).split(`kernel ${piece}`)
        return initializerOf(start).draw(draws, inputs * filters, inputs, area * filters)
      })
      const units = pieces.length * filters
      return {
        inputs,
        units,
        kernel: sideBySide(pieces, filters),
        shape: [kernelSize, kernelSize, channels, units],
        bias: new Float32Array(units),
      }
    })
  const inputs = lastMaps(training)!.reduce((all, size) => all * size, 1)
  const kernel = initializerOf(outputStart).draw(own.split('output'), inputs * outputs, inputs, outputs)
  return [...convolutions, { inputs, units: outputs, kernel, bias: new Float32Array(outputs) }]
}

/** Kernels of `units` columns each as one: its rows are theirs, one after another. */
function sideBySide(kernels: readonly Float32Array[], units: number): Float32Array {
  const width = kernels.length * units
  return Float32Array.from({ length: kernels.length * kernels[0]!.length }, (_, i) => {
    const [row, column] = [Math.floor(i / width), i % width]
    return kernels[Math.floor(column / units)]![row * units + (column % units)]!
  })
}

/** The square layers of a signal's way. */
export const passedLayers = ({ depth, width, start }: Passing, seed: number): LayerStart[] =>
  Array.from({ length: depth }, (_, i) => ({
    inputs: width,
    units: width,
    kernel: kernelOf(start, random(seed).split('weights'), i, width, width),
    bias: new Float32Array(width),
  }))

/** The root of each column's sum of squares. */
function lengths(kernel: Float32Array, units: number): Float32Array {
  const squares = new Float64Array(units)
  for (let i = 0; i < kernel.length; i++) squares[i % units]! += kernel[i]! ** 2
  return Float32Array.from(squares, Math.sqrt)
}
