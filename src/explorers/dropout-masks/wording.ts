/** What the tosses have given so far, in words. No DOM. */

/** Two decimals, and three below a tenth; a proper minus, and none before 0. */
export function number(value: number): string {
  const text = value.toFixed(Math.abs(value) < 0.0995 ? 3 : 2)
  return Number(text) === 0 ? '0' : text.replace('-', '−')
}

export interface Tally {
  /** Tosses so far, for the example that is looked at. */
  tosses: number
  sum: number
}

export const tallyWords = ({ tosses, sum }: Tally, name: string): string =>
  tosses === 0
    ? `No toss yet: all ten units are on. Toss a coin for each.`
    : tosses === 1
      ? `1 toss. ${name} was answered with ${number(sum)}.`
      : `${tosses} tosses. The mean of the answers to ${name} is ${number(sum / tosses)} so far.`
