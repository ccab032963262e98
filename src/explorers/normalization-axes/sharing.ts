/** Which activations share their statistics, for every kind of normalization. No DOM. */

export const methods = ['batch', 'layer', 'instance', 'group', 'rms', 'weight'] as const
export type Method = (typeof methods)[number]

export interface Shape {
  /** N: how many examples a batch has. */
  examples: number
  /** C: channels; in a dense layer its units. */
  channels: number
  /** H and W: the positions of a channel. A dense layer has one: 1 × 1. */
  height: number
  width: number
}

/** One activation, each index from 0. */
export interface Place {
  example: number
  channel: number
  /** Row by row: row · W + column. */
  position: number
}

export const positionsOf = ({ height, width }: Shape): number => height * width

/** Whether there is one position only, as in a dense layer. */
export const isDense = (shape: Shape): boolean => positionsOf(shape) === 1

/** @throws when the channels cannot be divided into that many groups of equal size. */
function channelsPerGroup({ channels }: Shape, groups: number): number {
  const each = channels / groups
  if (!Number.isInteger(each) || each < 1)
    throw new Error(
      `Groups: expected a number that divides ${channels} channels, got ${groups}; use 1, ${channels} or one between that does`,
    )
  return each
}

/**
 * A name for the set of activations that share their statistics with this one: two have the same name exactly if they
 * share. null where nothing about activations is computed.
 *
 * The sets are those of figure 2 of Wu and He, Group Normalization (2018). RMS normalization takes layer
 * normalization's.
 */
export function setOf(
  method: Method,
  { example, channel }: Place,
  shape: Shape,
  groups: number,
): string | null {
  switch (method) {
    case 'batch':
      return `channel ${channel}`
    case 'layer':
    case 'rms':
      return `example ${example}`
    case 'instance':
      return `example ${example}, channel ${channel}`
    case 'group':
      return `example ${example}, group ${Math.floor(channel / channelsPerGroup(shape, groups))}`
    case 'weight':
    default:
      return null
  }
}

/** How many activations share one mean and one variance; 0 for weight normalization. */
export function setSize(method: Method, shape: Shape, groups: number): number {
  const positions = positionsOf(shape)
  switch (method) {
    case 'batch':
      return shape.examples * positions
    case 'layer':
    case 'rms':
      return shape.channels * positions
    case 'instance':
      return positions
    case 'group':
      return channelsPerGroup(shape, groups) * positions
    case 'weight':
    default:
      return 0
  }
}

/** How many such sets there are: every activation is in one of them. */
export function setCount(method: Method, shape: Shape, groups: number): number {
  const size = setSize(method, shape, groups)
  return size === 0 ? 0 : (shape.examples * shape.channels * positionsOf(shape)) / size
}

/** All places of the block, position after position, channel after channel, example after example. */
export const placesOf = (shape: Shape): Place[] => {
  const positions = positionsOf(shape)
  return Array.from({ length: shape.examples * shape.channels * positions }, (_, i) => ({
    example: Math.floor(i / (shape.channels * positions)),
    channel: Math.floor(i / positions) % shape.channels,
    position: i % positions,
  }))
}

/** The same place, or the nearest that the shape has. */
export const within = (place: Place, shape: Shape): Place => ({
  example: Math.min(place.example, shape.examples - 1),
  channel: Math.min(place.channel, shape.channels - 1),
  position: Math.min(place.position, positionsOf(shape) - 1),
})
