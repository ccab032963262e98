/** What the explorer of pooling says in words. */
import { chances, weightedMean } from '../../nn/stochasticWindow.ts'
import { side, type Kind, type Output, type Size } from './routes.ts'

/** At most two decimals, with a minus sign. */
export const number = (value: number): string => String(Math.round(value * 100) / 100 + 0).replace('-', '−')

/** "row 2, column 3", counted from 1. */
export const placeWords = (place: number): string =>
  `row ${Math.floor(place / side) + 1}, column ${(place % side) + 1}`

const list = (values: readonly number[]) => values.map(number).join(', ')

/** Row by row, for pictures of numbers. */
export const rowsWords = (values: readonly number[]): string => {
  const columns = Math.sqrt(values.length)
  return Array.from({ length: columns }, (_, row) =>
    list(values.slice(row * columns, (row + 1) * columns)),
  ).join('; ')
}

/** What one window makes of its numbers, and what the picked one of them gets of the gradient. */
function windowWords(
  map: readonly number[],
  picked: number,
  { places, shares, value }: Output,
  arrives: number,
  kind: Kind,
): string {
  const values = places.map((place) => map[place]!)
  const count = values.length
  const which = places.indexOf(picked)
  const gets = `The picked number gets ${shares[which] === 1 ? `all of ${number(arrives)}` : 'nothing'}.`
  if (kind === 'average' || kind === 'globalAverage')
    return `The mean of ${count} numbers is ${number(value)}. Each of them gets ${number(arrives)} / ${count} = ${number(arrives / count)}.`
  if (kind === 'stochastic' && value === 0)
    return 'All are 0: nothing is drawn, the output is 0, and no gradient goes back.'
  if (kind === 'stochastic')
    return `Of ${list(values)} it drew ${number(value)}. The picked number had the probability ${number(chances(values)[which]!)}. ${gets.replace('The picked number', 'It')} In use the output is ${number(weightedMean(values))}.`
  const most = values.filter((each) => each === value).length
  const tie =
    most > 1 ? `, which stands there ${most === 2 ? 'twice' : `${most} times`}: the first has it` : ''
  return `The greatest of ${count > 9 ? `${count} numbers` : list(values)} is ${number(value)}${tie}. ${gets}`
}

/** Of all windows that hold the picked number. */
export function pickWords(
  map: readonly number[],
  picked: number,
  outputs: readonly Output[],
  arrives: readonly number[],
  kind: Kind,
): string {
  const own = outputs.flatMap((output, i) => (output.places.includes(picked) ? [i] : []))
  if (own.length === 0) return 'No window reaches this number: it counts for nothing, and gets no gradient.'
  if (own.length === 1) return windowWords(map, picked, outputs[own[0]!]!, arrives[own[0]!]!, kind)
  const shares = own.map((i) => outputs[i]!.shares[outputs[i]!.places.indexOf(picked)]! * arrives[i]!)
  const total = shares.reduce((sum, each) => sum + each, 0)
  return `It is in ${own.length} windows, whose outputs are ${list(own.map((i) => outputs[i]!.value))}. From them it gets ${shares.map(number).join(' + ')} = ${number(total)}.`
}

/** How the outputs compare with those of the map before it was moved. */
export function shiftWords(
  by: number,
  count: number,
  { changed, moved }: { changed: number; moved: boolean },
): string {
  if (by === 0) return 'The map stands where it was.'
  const pixels = by === 1 ? 'One pixel' : `${by} pixels`
  const outputs = count === 1 ? 'the output' : `${changed} of ${count} outputs`
  if (count === 1)
    return `${pixels} to the right: ${outputs} is ${changed ? 'another number' : 'the same number'}.`
  const still = moved ? ' Beyond the first column they are the old ones, one place further right.' : ''
  return `${pixels} to the right: ${outputs} ${changed === 1 ? 'is another number' : 'are other numbers'} than before.${still}`
}

export const kindWords: Readonly<Record<Kind, string>> = {
  max: 'Max',
  average: 'Average',
  stochastic: 'Stochastic',
  globalAverage: 'Global average',
  globalMax: 'Global max',
}

/** "2 × 2 windows, stride 2", or "the whole map". */
export const windowName = (global: boolean, size: Size): string =>
  global ? 'one window, the whole map' : `${size} × ${size} windows, stride 2`
