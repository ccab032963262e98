/** Which parts of a chapter the reader has had before them: a hundred parts of equal height, one bit each. No DOM. */

/** Parts of a chapter. */
const partCount = 100

const all = (1n << BigInt(partCount)) - 1n

/** Bits as they are stored: hexadecimal, part 0 the lowest. Anything else is no parts. */
export const readParts = (text: string): bigint =>
  /^[0-9a-f]{1,25}$/.test(text) ? BigInt(`0x${text}`) & all : 0n

export const writeParts = (parts: bigint): string => parts.toString(16)

/** The parts whose middle lies between two shares of the chapter, each from 0 to 1; less and more count as the ends. */
export const partsBetween = (from: number, to: number): bigint => {
  const first = Math.max(0, Math.ceil(from * partCount - 0.5))
  const last = Math.min(partCount - 1, Math.floor(to * partCount - 0.5))
  return last < first || Number.isNaN(last - first)
    ? 0n
    : ((1n << BigInt(last - first + 1)) - 1n) << BigInt(first)
}

/** Percent of the chapter, 0 to 100. */
export const percentOf = (parts: bigint): number => parts.toString(2).replaceAll('0', '').length

/** Nobody looks at every line: a chapter counts as read when this many percent of it are. */
export const readFrom = 95
