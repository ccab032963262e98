/** Where a slider stops: one value per position, no two alike, so that every press of a key changes something. No DOM. */
import type { RangeField } from '../../lab/config.ts'

/** Stops of a linear slider without steps of its own, not counting the first. */
const fine = 200

/** Enough digits for any setting, without the dust of binary fractions. */
const clean = (value: number) => Number(value.toPrecision(12))

/** Stops of one decade in tenths: 1, 1.1 ... 2, 2.2 ... 5, 5.5 ... 9.5. Round, and about as far apart everywhere (7%). */
const tenths = [
  ...Array.from({ length: 10 }, (_, i) => 10 + i),
  ...Array.from({ length: 15 }, (_, i) => 20 + 2 * i),
  ...Array.from({ length: 10 }, (_, i) => 50 + 5 * i),
]

function logStops({ min, max, default: published }: RangeField): number[] {
  const found = new Set([min, published, max])
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++)
    for (const digits of tenths) found.add(Number(`${digits}e${power - 1}`))
  return [...found].filter((value) => value >= min && value <= max).sort((a, b) => a - b)
}

/** The values of a slider in ascending order: multiples of `step` above `min`, or round numbers on a log scale; both ends are among them. */
export function stops(field: RangeField): readonly number[] {
  const { min, max, scale, step = (max - min) / fine } = field
  if (scale === 'log') return logStops(field)
  const last = Math.max(1, Math.round((max - min) / step))
  return Array.from({ length: last + 1 }, (_, i) => (i === last ? max : clean(min + i * step)))
}

/** The position nearest to a value, which may lie between two stops when a link brought it. */
export function positionOf(values: readonly number[], scale: RangeField['scale'], value: number): number {
  const place = (one: number) => (scale === 'log' ? Math.log(one) : one)
  let best = 0
  values.forEach((one, i) => {
    if (Math.abs(place(one) - place(value)) < Math.abs(place(values[best] ?? one) - place(value))) best = i
  })
  return best
}
