import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idxBytes, someLabels, somePixels } from '../../../tests/idxBytes.ts'
import { areaAverage } from './areaAverage.ts'
import { IdxError, idxReader, limits } from './idx.ts'

/** Reads a file given in pieces of `piece` bytes. */
function read(bytes: Uint8Array, size = 2, piece = bytes.length || 1) {
  const reader = idxReader('a', size)
  for (let at = 0; at < bytes.length; at += piece) reader.push(bytes.subarray(at, at + piece))
  return reader.end()
}

/** The sentence with which a file is refused. */
function refusal(bytes: Uint8Array, piece: number): string {
  try {
    read(bytes, 2, piece)
  } catch (error) {
    if (error instanceof IdxError) return error.message
    throw error
  }
  return 'taken'
}

describe('idxReader', () => {
  it('reads images and labels', () => {
    expect(read(idxBytes([2, 4, 4], [...Array<number>(16).fill(200), ...Array<number>(16).fill(3)]))).toEqual(
      {
        kind: 'images',
        name: 'a',
        count: 2,
        rows: 4,
        columns: 4,
        size: 2,
        pixels: Uint8Array.from([200, 200, 200, 200, 3, 3, 3, 3]),
      },
    )
    expect(read(idxBytes([3], [0, 9, 4]))).toEqual({
      kind: 'labels',
      name: 'a',
      count: 3,
      labels: Uint8Array.from([0, 9, 4]),
    })
  })

  it('reads the same in pieces of any length', () => {
    const images = idxBytes([5, 7, 6], somePixels(5 * 42))
    const whole = read(images, 4)
    for (const piece of [1, 2, 3, 17, 41, 42, 43, 200]) expect(read(images, 4, piece)).toEqual(whole)
    const labels = idxBytes([200], someLabels(200))
    expect(read(labels, 4, 7)).toEqual(read(labels))
  })

  it.each([
    ['nothing', new Uint8Array(0), 'is empty'],
    ['text', new TextEncoder().encode('label,pixel\n1,0'), 'begin with 00 00 08, found text (“label,pixel'],
    ['a web page', new TextEncoder().encode('<!doctype html>'), 'found a web page'],
    ['a pointer', new TextEncoder().encode('version https://git-lfs.github.com'), 'a pointer of Git LFS'],
    ['ZIP', Uint8Array.from([0x50, 0x4b, 3, 4, 9]), 'a ZIP archive (unpack it first)'],
    ['anything', Uint8Array.from([1, 2, 3, 250, 9]), 'found 01 02 03 fa'],
    ['floats', idxBytes([1, 4, 4], [], 0x0d), 'holds 32-bit floating-point numbers: expected unsigned bytes'],
    ['four dimensions', idxBytes([1, 4, 4, 3], []), 'has 4 dimensions: expected 3'],
    ['no dimension', idxBytes([], []), 'has 0 dimensions'],
    [
      'half a header',
      idxBytes([1, 28, 28], []).subarray(0, 9),
      'cut short: expected at least 16 bytes, found 9',
    ],
    ['half a word', Uint8Array.from([0, 0]), 'cut short: expected at least 4 bytes, found 2'],
    ['too few bytes', idxBytes([3, 4, 4], somePixels(40)), 'cut short: expected 64 bytes, found 56'],
    ['too many bytes', idxBytes([3, 4, 4], somePixels(49)), 'longer than it says: expected 64 bytes'],
    ['too many labels', idxBytes([3], [1, 2, 3, 4]), 'longer than it says: expected 11 bytes'],
    ['no images', idxBytes([0, 4, 4], []), 'holds 0 images: expected 1 to 300,000'],
    ['too many images', idxBytes([4e9, 4, 4], []), 'holds 4,000,000,000 images: expected 1 to 300,000'],
    ['little-endian', idxBytes([0x60ea0000, 0x1c000000, 0x1c000000], []), 'written backwards'],
    ['large images', idxBytes([1, 28, 257], []), 'are 28 × 257 pixels: expected 4 to 256'],
    ['small images', idxBytes([1, 3, 28], []), 'are 3 × 28 pixels'],
    ['too much', idxBytes([300_000, 200, 200], []), 'at most 256 MB unpacked, found 11,445 MB'],
    ['letters', idxBytes([4], [1, 2, 26, 3]), 'expected 0 to 9, found 26 as label 3 of 4'],
  ])('says what is wrong with %s', (_, bytes, sentence) => {
    const whole = refusal(bytes, bytes.length || 1)
    expect(whole).toContain(sentence)
    expect(whole).toMatch(/^“a” .+\.$/)
    // A byte at a time, no more than the first four are known when a file is found to be something else.
    const cut = ' is not an IDX file'
    expect(refusal(bytes, 1).split(cut)[0]).toBe(whole.split(cut)[0])
  })

  it('takes no memory for what a file only claims to hold', () => {
    const before = process.memoryUsage().arrayBuffers
    const readers = Array.from({ length: 20 }, () => {
      const reader = idxReader('a', 12)
      reader.push(idxBytes([limits.count, 28, 28], somePixels(1000)))
      return reader
    })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 2 ** 17)
    for (const reader of readers) expect(() => reader.end()).toThrow('cut short')
  })

  it('gives back what was written, for any images and any pieces', () => {
    const shape = fc.record({
      count: fc.integer({ min: 1, max: 8 }),
      rows: fc.integer({ min: 4, max: 20 }),
      columns: fc.integer({ min: 4, max: 20 }),
      size: fc.integer({ min: 1, max: 24 }),
      piece: fc.integer({ min: 1, max: 500 }),
    })
    fc.assert(
      fc.property(shape, fc.infiniteStream(fc.nat(255)), ({ count, rows, columns, size, piece }, bytes) => {
        const pixels = Uint8Array.from({ length: count * rows * columns }, () => Number(bytes.next().value))
        const images = read(idxBytes([count, rows, columns], pixels), size, piece)
        const reduce = areaAverage({ rows, columns }, size)
        const expected = Array.from({ length: count }, (_, i) => [
          ...Uint8Array.from(reduce(pixels, i * rows * columns).map(Math.round)),
        ])
        expect(images).toEqual({
          kind: 'images',
          name: 'a',
          count,
          rows,
          columns,
          size,
          pixels: Uint8Array.from(expected.flat()),
        })
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  it('throws nothing but its sentence, for bytes that are nearly right and bytes that are not', () => {
    const near = fc
      .tuple(
        fc.constantFrom(0, 0, 0, 1),
        fc.constantFrom(0x08, 0x08, 0x08, 0x0d, 0x42),
        fc.constantFrom(0, 1, 1, 2, 3, 3, 3, 4, 255),
        fc.array(fc.oneof(fc.nat(30), fc.nat(2 ** 32 - 1)), { minLength: 0, maxLength: 4 }),
        fc.uint8Array({ maxLength: 3000 }),
      )
      .map(([zero, type, dimensions, lengths, body]) => {
        const bytes = idxBytes(lengths, body, type)
        bytes[0] = zero
        bytes[3] = dimensions
        return bytes
      })
    fc.assert(
      fc.property(
        fc.oneof(near, fc.uint8Array({ maxLength: 400 })),
        fc.integer({ min: 1, max: 700 }),
        (bytes, piece) => {
          // Anything else than a sentence is thrown on.
          expect(refusal(bytes, piece)).toMatch(/\.$|^taken$/)
        },
      ),
      { numRuns: 3000, seed: 3 },
    )
  })
})
