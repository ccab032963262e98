/**
 * One IDX file, the format in which MNIST is given away, read piece by piece: images (bytes, three dimensions) or
 * labels (bytes, one dimension). Images are reduced as they come, so that memory never holds what a file claims to be.
 * Format: two zero bytes, the type of the numbers, the number of dimensions, each dimension as a big-endian 32-bit
 * integer, then the numbers, the last dimension running fastest (LeCun, Cortes and Burges, The MNIST database).
 */
import { areaAverage } from './areaAverage.ts'
import { foundInstead, quoted } from './foreignFile.ts'

/** The only error of this module and of `idxFiles.ts`: a sentence for the reader. */
export class IdxError extends Error {
  override name = 'IdxError'
}

export interface IdxImages {
  kind: 'images'
  name: string
  count: number
  /** Pixels of each image in the file. */
  rows: number
  columns: number
  /** Pixels per side after reducing. */
  size: number
  /** `count * size * size` bytes of brightness; what is not square has been padded with paper (0). */
  pixels: Uint8Array
}

export interface IdxLabels {
  kind: 'labels'
  name: string
  count: number
  /** 0 to 9. */
  labels: Uint8Array
}

export type IdxFile = IdxImages | IdxLabels

/** EMNIST's digits, the largest set of this kind, are 280,000 images of 28 x 28. */
export const limits = { count: 300_000, side: [4, 256], bytes: 256 * 2 ** 20 } as const

const numberTypes: Readonly<Record<number, string>> = {
  0x08: 'unsigned bytes',
  0x09: 'signed bytes',
  0x0b: '16-bit integers',
  0x0c: '32-bit integers',
  0x0d: '32-bit floating-point numbers',
  0x0e: '64-bit floating-point numbers',
}

const words = (n: number) => n.toLocaleString('en')

/** What takes the numbers that follow the header. */
interface Body {
  /** Bytes after the header. */
  length: number
  /** All of `bytes` from `from` up to `to` belongs to the body. */
  take(bytes: Uint8Array, from: number, to: number): void
  finish(): IdxFile
}

export interface IdxReader {
  /** The next bytes of the file, in pieces of any length. @throws IdxError as soon as something is wrong. */
  push(bytes: Uint8Array): void
  /** The whole file has been given. @throws IdxError where it was too short. */
  end(): IdxFile
}

/** @param size pixels per side to which images are reduced. */
export function idxReader(name: string, size: number): IdxReader {
  const header = new Uint8Array(16)
  let received = 0
  let headerLength = 4
  let body: Body | undefined

  function readHeader(bytes: Uint8Array, from: number): number {
    let at = from
    while (!body && at < bytes.length) {
      header[received++] = bytes[at++]!
      if (received === 4) headerLength = 4 + 4 * dimensions(name, header, bytes)
      if (received === headerLength) body = openBody(name, header.subarray(0, headerLength), size)
    }
    return at
  }

  return {
    push(bytes) {
      const from = readHeader(bytes, 0)
      if (!body || from === bytes.length) return
      const left = headerLength + body.length - received
      if (bytes.length - from > left) {
        throw new IdxError(
          `${quoted(name)} is longer than it says: expected ${words(headerLength + body.length)} bytes, as its header says, found more. Download or export it again.`,
        )
      }
      body.take(bytes, from, bytes.length)
      received += bytes.length - from
    },
    end() {
      if (received === 0) {
        throw new IdxError(
          `${quoted(name)} is empty: expected an IDX file such as train-images-idx3-ubyte, found 0 bytes. Download or export it again.`,
        )
      }
      const expected = headerLength + (body?.length ?? 0)
      if (!body || received < expected) {
        throw new IdxError(
          `${quoted(name)} is cut short: expected ${body ? '' : 'at least '}${words(expected)} bytes, found ${words(received)}. Download or export it again.`,
        )
      }
      return body.finish()
    },
  }
}

/** Number of dimensions, from the first four bytes. `bytes` is the piece that they came in. */
function dimensions(name: string, header: Uint8Array, bytes: Uint8Array): number {
  const [zero, zeroToo, type, count] = header as unknown as [number, number, number, number]
  const numbers = numberTypes[type]
  if (zero !== 0 || zeroToo !== 0 || numbers === undefined) {
    throw new IdxError(
      `${quoted(name)} is not an IDX file: expected it to begin with 00 00 08, found ${foundInstead(header.subarray(0, 4), bytes)}. Choose files such as train-images-idx3-ubyte and train-labels-idx1-ubyte, plain or as .gz.`,
    )
  }
  if (type !== 0x08) {
    throw new IdxError(
      `${quoted(name)} holds ${numbers}: expected unsigned bytes (type 08), found type ${hex(type)}. Export brightness or labels as bytes.`,
    )
  }
  if (count !== 3 && count !== 1) {
    throw new IdxError(
      `${quoted(name)} has ${count} ${count === 1 ? 'dimension' : 'dimensions'}: expected 3 (images, rows, columns) or 1 (labels). Export gray images, or one label for each image.`,
    )
  }
  return count
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0')

function openBody(name: string, header: Uint8Array, size: number): Body {
  const view = new DataView(header.buffer, header.byteOffset, header.length)
  const count = view.getUint32(4)
  const kind = header.length === 4 + 4 ? 'labels' : 'images'
  if (count < 1 || count > limits.count) {
    throw new IdxError(
      `${quoted(name)} says that it holds ${words(count)} ${kind}: expected 1 to ${words(limits.count)}. ${
        view.getUint32(4, true) <= limits.count && count > limits.count
          ? 'Its numbers seem to be written backwards: export them as big-endian integers.'
          : 'Choose a smaller set, or download the file again.'
      }`,
    )
  }
  if (kind === 'labels') return labelsBody(name, count)
  const [rows, columns] = [view.getUint32(8), view.getUint32(12)]
  const [least, most] = limits.side
  if (Math.min(rows, columns) < least || Math.max(rows, columns) > most) {
    throw new IdxError(
      `${quoted(name)} says that its images are ${words(rows)} × ${words(columns)} pixels: expected ${least} to ${most} on each side. Export smaller images, or download the file again.`,
    )
  }
  if (count * rows * columns > limits.bytes) {
    throw new IdxError(
      `${quoted(name)} is too large: expected at most ${words(limits.bytes / 2 ** 20)} MB unpacked, found ${words(Math.ceil((count * rows * columns) / 2 ** 20))} MB. Export fewer or smaller images.`,
    )
  }
  return imagesBody(name, count, { rows, columns }, size)
}

function labelsBody(name: string, count: number): Body {
  const labels = growing(count)
  let seen = 0
  return {
    length: count,
    take(bytes, from, to) {
      for (let i = from; i < to; i++) {
        if (bytes[i]! > 9) {
          throw new IdxError(
            `${quoted(name)} holds other labels than digits: expected 0 to 9, found ${bytes[i]} as label ${words(seen + i - from + 1)} of ${words(count)}. Choose a set of digits.`,
          )
        }
      }
      labels.add(bytes.subarray(from, to))
      seen += to - from
    },
    finish: () => ({ kind: 'labels', name, count, labels: labels.all() }),
  }
}

function imagesBody(
  name: string,
  count: number,
  { rows, columns }: { rows: number; columns: number },
  size: number,
): Body {
  const area = rows * columns
  const reduce = areaAverage({ rows, columns }, size)
  const pixels = growing(count * size * size)
  /** An image that came in two pieces. */
  const partial = new Uint8Array(area)
  const bytesOf = new Uint8Array(size * size)
  let filled = 0
  const add = (image: Uint8Array, offset: number) => {
    const reduced = reduce(image, offset)
    for (let i = 0; i < bytesOf.length; i++) bytesOf[i] = Math.round(reduced[i]!)
    pixels.add(bytesOf)
  }
  return {
    length: count * area,
    take(bytes, from, to) {
      let at = from
      while (at < to) {
        if (filled === 0 && to - at >= area) {
          add(bytes, at)
          at += area
          continue
        }
        const piece = bytes.subarray(at, Math.min(to, at + area - filled))
        partial.set(piece, filled)
        filled += piece.length
        at += piece.length
        if (filled === area) {
          add(partial, 0)
          filled = 0
        }
      }
    },
    finish: () => ({ kind: 'images', name, count, rows, columns, size, pixels: pixels.all() }),
  }
}

/** Bytes that grow as they come, up to `length`: a file that only claims to be large takes no memory. */
function growing(length: number): { add(bytes: Uint8Array): void; all(): Uint8Array } {
  let kept = new Uint8Array(Math.min(length, 2 ** 16))
  let used = 0
  return {
    add(bytes) {
      if (used + bytes.length > kept.length) {
        const larger = new Uint8Array(Math.min(length, Math.max(2 * kept.length, used + bytes.length)))
        larger.set(kept.subarray(0, used))
        kept = larger
      }
      kept.set(bytes, used)
      used += bytes.length
    },
    all: () => kept.slice(0, used),
  }
}
