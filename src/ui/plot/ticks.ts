/** Axes: where ticks stand, and how far a fixed axis is widened when a value leaves it. No DOM. */

export type Domain = readonly [number, number]
export type Scale = 'linear' | 'log'

/** Round steps (1, 2, 2.5 or 5 times a power of ten) so that at most `most` + 1 ticks fit between the ends. */
export function linearTicks(start: number, end: number, most: number): number[] {
  const low = Math.min(start, end)
  const span = Math.abs(end - start)
  if (!(span > 0)) return [low]
  const rough = span / Math.max(1, most)
  const power = tenTo(powerUnder(rough))
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor((low + span) / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** The roundest step from `least` up to three times that which divides a whole `span`; undefined if there is none. */
export function divisor(span: number, least: number): number | undefined {
  if (!Number.isInteger(span)) return undefined
  const fits = (step: number) => step >= least && span % step === 0
  const round = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500]
    .filter((step) => step <= 3 * least + 1)
    .find(fits)
  if (round !== undefined) return round
  return Array.from({ length: Math.floor(3 * least) }, (_, i) => i + 1).find(fits)
}

/** Powers of ten inside the domain, every second or third one where there are too many. */
export function logTicks([low, high]: Domain, most: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)))
  const ticks: number[] = []
  for (let power = first; power <= last; power++) if (power % every === 0) ticks.push(tenTo(power))
  return ticks
}

/** Exactly the number that is written 1e`power`; `10 ** power` can miss it by a rounding error. */
const tenTo = (power: number) => Number(`1e${power}`)
const powerOver = (value: number) => Math.ceil(Math.log10(value) - 1e-9)
const powerUnder = (value: number) => Math.floor(Math.log10(value) + 1e-9)

/** The smallest of 1, 2, 5, 10, ... that is not below `value` (> 0). */
export function roundUp(value: number): number {
  const power = tenTo(powerUnder(value))
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= value * (1 - 1e-9)) ?? 10)
}

/** No log axis is widened below this: what is smaller lies on the axis. */
const smallest = 1e-20

/**
 * The domain, widened in steps of 10 until `least` and `most` fit; the same array if they already do.
 * `spare` adds steps on a log axis, for values that are on their way out and would widen it at every decade.
 */
export function widen(domain: Domain, scale: Scale, least: number, most: number, spare = 0): Domain {
  let [low, high] = domain
  if (scale === 'log') {
    if (most > high) high = tenTo(Math.min(38, powerOver(most) + spare))
    if (least < low && low > smallest)
      low = Math.max(smallest, tenTo(powerUnder(Math.max(least, smallest)) - spare))
  } else {
    if (most > high) high = most <= 0 ? 0 : roundUp(most)
    if (least < low) low = least >= 0 ? 0 : -roundUp(-least)
  }
  return low === domain[0] && high === domain[1] ? domain : [low, high]
}
