/**
 * The network of this figure on one image, without tfjs: the page computes the maps of whatever image is chosen, drawn
 * ones too, from the filters of the moment that it shows.
 */
import { kernelSize, size } from './config.ts'

/** A convolutional layer: windows of `kernelSize`, stride 1, padding with zeros to the same size, then ReLU. */
export interface Filters {
  /** `[kernelSize, kernelSize, channels, filters]`, flat. */
  kernel: Float32Array
  bias: Float32Array
  channels: number
  filters: number
}

/** Several maps of one size, one after the other: `[map, side, side]`, flat. */
export interface Maps {
  side: number
  values: Float32Array
}

/** What happens in one convolutional layer and the pooling that follows it. */
export interface Stage {
  input: Maps
  /** After ReLU. */
  maps: Maps
  pooled: Maps
}

/** Of one filter, for one of its channels: kernelSize² weights, row by row. */
export const filterOf = ({ kernel, channels, filters }: Filters, filter: number, channel: number) =>
  Float32Array.from(
    { length: kernelSize * kernelSize },
    (_, tap) => kernel[(tap * channels + channel) * filters + filter]!,
  )

/** One of the maps, `[side, side]`, flat. */
export const mapOf = ({ side, values }: Maps, map: number) =>
  values.subarray(map * side * side, (map + 1) * side * side)

/** The numbers that a window with its middle at `row`, `column` takes from one map; beyond the edge 0. */
export function windowOf(maps: Maps, map: number, row: number, column: number): Float32Array {
  const { side } = maps
  const values = mapOf(maps, map)
  const reach = (kernelSize - 1) / 2
  return Float32Array.from({ length: kernelSize * kernelSize }, (_, tap) => {
    const y = row + Math.floor(tap / kernelSize) - reach
    const x = column + (tap % kernelSize) - reach
    return y < 0 || x < 0 || y >= side || x >= side ? 0 : values[y * side + x]!
  })
}

/** For each channel what window and filter give together, before the bias is added. */
export const channelSums = (
  layer: Filters,
  input: Maps,
  filter: number,
  row: number,
  column: number,
): number[] =>
  Array.from({ length: layer.channels }, (_, channel) => {
    const weights = filterOf(layer, filter, channel)
    return windowOf(input, channel, row, column).reduce((sum, value, tap) => sum + value * weights[tap]!, 0)
  })

function convolved({ kernel, bias, channels, filters }: Filters, input: Maps): Maps {
  const { side } = input
  const reach = (kernelSize - 1) / 2
  const values = new Float32Array(filters * side * side)
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      for (let filter = 0; filter < filters; filter++) {
        let sum = bias[filter]!
        for (let tap = 0; tap < kernelSize * kernelSize; tap++) {
          const y = row + Math.floor(tap / kernelSize) - reach
          const x = column + (tap % kernelSize) - reach
          if (y < 0 || x < 0 || y >= side || x >= side) continue
          for (let channel = 0; channel < channels; channel++)
            sum +=
              input.values[(channel * side + y) * side + x]! *
              kernel[(tap * channels + channel) * filters + filter]!
        }
        values[(filter * side + row) * side + column] = Math.max(0, sum)
      }
  return { side, values }
}

/** The greatest of each 2 x 2; `count` maps of an even side. */
function maxPooled({ side, values }: Maps, count: number): Maps {
  const half = side / 2
  const pooled = Float32Array.from({ length: count * half * half }, (_, i) => {
    const corner =
      Math.floor(i / (half * half)) * side * side +
      2 * Math.floor((i % (half * half)) / half) * side +
      2 * (i % half)
    return Math.max(values[corner]!, values[corner + 1]!, values[corner + side]!, values[corner + side + 1]!)
  })
  return { side: half, values: pooled }
}

/** @param image `size * size` numbers as the network sees them. @returns one stage for each layer. */
export function forward(layers: readonly Filters[], image: Float32Array): Stage[] {
  let input: Maps = { side: size, values: image }
  return layers.map((layer) => {
    const maps = convolved(layer, input)
    const stage = { input, maps, pooled: maxPooled(maps, layer.filters) }
    input = stage.pooled
    return stage
  })
}
