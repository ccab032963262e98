import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { file, gzip, idxBytes, someLabels, somePixels } from '../../../tests/idxBytes.ts'
import { IdxError } from './idx.ts'
import { readFile, readImages } from './idxFiles.ts'

const need = { train: 20, test: 10, size: 4 }

const images = (count: number, name = 'images', side = 6) =>
  file(name, idxBytes([count, side, side], somePixels(count * side * side)))
const labels = (count: number, name = 'labels') => file(name, idxBytes([count], someLabels(count)))

/** The sentence with which files are refused. */
async function refusal(files: readonly File[]): Promise<string> {
  try {
    const { train } = await readImages(files, need)
    return `took ${train.count}`
  } catch (error) {
    if (error instanceof IdxError) return error.message
    throw error
  }
}

describe('readImages', () => {
  it('tells images and labels apart by what is in them, whatever they are called', async () => {
    const read = await readImages([labels(40, 'train-images-idx3-ubyte'), images(40, 'labels')], need)
    expect(read).toMatchObject({ name: 'labels', size: 4, original: { rows: 6, columns: 6 } })
    expect(read.train.count).toBe(40)
    expect(read.train.labels).toEqual(someLabels(40))
    expect(read.train.pixels).toHaveLength(40 * 16)
    expect(read.test).toBeUndefined()
  })

  it('reads gzip, whatever the file is called', async () => {
    const plain = await readImages([images(40), labels(40)], need)
    const packed = await readImages(
      [
        file('images', await gzip(idxBytes([40, 6, 6], somePixels(40 * 36)))),
        file('labels.gz', idxBytes([40], someLabels(40))),
      ],
      need,
    )
    expect(packed).toEqual(plain)
  })

  it('pairs four files by their counts; the larger set is for training', async () => {
    const read = await readImages([labels(15), labels(40), images(15, 'small'), images(40, 'large')], need)
    expect([read.name, read.train.count, read.test?.count]).toEqual(['large', 40, 15])
    expect(read.test?.labels).toEqual(someLabels(15))
  })

  it('lets names decide where counts cannot', async () => {
    const equal = [labels(40, 't10k-l'), images(40, 'i'), images(40, 't10k-i'), labels(40, 'latest-l')]
    expect(await readImages(equal, need)).toMatchObject({ name: 'i', test: { count: 40 } })
    const larger = [labels(40, 'test-l'), images(40, 'test-i'), images(30, 'i'), labels(30, 'l')]
    expect(await readImages(larger, need)).toMatchObject({ name: 'i', train: { count: 30 } })
  })

  it.each([
    ['no files', [], 'Expected two files (images and labels) or four (the same for testing); found 0.'],
    ['five files', Array.from({ length: 5 }, () => labels(40)), 'found 5'],
    ['images alone', [images(40)], 'found 40 images in “images”. Choose the labels too'],
    ['labels alone', [labels(1234)], 'found 1,234 labels in “labels”. Choose the images too'],
    ['three files', [images(40), labels(40), labels(15)], 'found 40 images in “images”, 40 labels'],
    ['two files of labels', [labels(40), labels(40)], 'Choose the images too'],
    ['labels of another set', [images(40), labels(41)], 'as many labels as images; found 40 images'],
    [
      'four that do not fit',
      [images(40), labels(39), images(15), labels(15)],
      'in both sets; found 40 images',
    ],
    [
      'two equal sets',
      [images(40), labels(40), images(40), labels(40)],
      'names that tell two sets of 40 apart',
    ],
    [
      'two sizes',
      [images(40), labels(40), images(15, 'b', 8), labels(15)],
      'one size; found 6 × 6 in “images” and 8 × 8',
    ],
    ['too few', [images(29), labels(29)], 'at least 30 images, 20 to train and 10 to test; found 29.'],
    ['too few to test', [images(29), labels(29), images(9), labels(9)], 'at least 10 test images; found 9'],
    [
      'a constant',
      [file('c', idxBytes([40, 6, 6], new Uint8Array(1440))), labels(40)],
      'shows one image again',
    ],
    [
      'dark ink',
      [
        file(
          'c',
          idxBytes(
            [40, 6, 6],
            somePixels(1440).map((p) => 255 - p),
          ),
        ),
        labels(40),
      ],
      'shows dark ink on bright paper',
    ],
  ])('says what is wrong with %s', async (_, files, sentence) => {
    const error: unknown = await readImages(files, need).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(IdxError)
    expect((error as IdxError).message).toContain(sentence)
    expect((error as IdxError).message).toMatch(/\.$/)
  })

  it('stops unpacking where the header says that the file ends', async () => {
    const bomb = await gzip(new Uint8Array(64 * 2 ** 20))
    expect(bomb.length).toBeLessThan(100_000)
    // A header of its own, then zeros for ever.
    const start = await gzip(idxBytes([30, 6, 6], new Uint8Array(32 * 2 ** 20)))
    await expect(readFile(file('bomb.gz', bomb), 4)).rejects.toThrow('“bomb.gz” is not an IDX file')
    const before = process.memoryUsage().arrayBuffers
    await expect(readFile(file('bomb.gz', start), 4)).rejects.toThrow(
      'longer than it says: expected 1,096 bytes',
    )
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 2 ** 20)
  })

  it('says that gzip is damaged, cut short or followed by something else', async () => {
    const whole = await gzip(idxBytes([500, 6, 6], somePixels(500 * 36)))
    const damaged = whole.slice()
    for (let i = 40; i < 80; i++) damaged[i]! ^= 0x5a
    for (const bytes of [whole.slice(0, -9), whole.slice(0, 12), damaged]) {
      const error: unknown = await readFile(file('a.gz', bytes), 4).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(IdxError)
      expect((error as IdxError).message).toMatch(/^“a.gz” is not a whole gzip file/)
    }
  })

  it('says that a folder or a vanished file could not be read', async () => {
    const gone = {
      name: 'gone',
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) as never,
      stream: () => new ReadableStream(),
    }
    await expect(readFile(gone, 4)).rejects.toThrow(
      '“gone” could not be read: expected a file, found “NotFoundError”',
    )
  })

  it('throws nothing but its sentence, and ends, for damaged files plain and packed', async () => {
    const plain = idxBytes([40, 6, 6], somePixels(40 * 36))
    const packed = await gzip(plain)
    const change = fc.record({
      gz: fc.boolean(),
      flips: fc.array(fc.tuple(fc.nat(1499), fc.nat(255)), { maxLength: 4 }),
      length: fc.option(fc.nat(1600)),
      tail: fc.uint8Array({ maxLength: 20 }),
      other: fc.constantFrom<'labels' | 'images' | 'nothing' | 'damaged'>(
        'labels',
        'labels',
        'images',
        'nothing',
        'damaged',
      ),
      name: fc.string({ maxLength: 90, unit: 'binary' }),
    })
    await fc.assert(
      fc.asyncProperty(change, async ({ gz, flips, length, tail, other, name }) => {
        const source = gz ? packed : plain
        const bytes = new Uint8Array(Math.min(length ?? source.length, source.length) + tail.length)
        bytes.set(source.subarray(0, bytes.length - tail.length))
        for (const [at, value] of flips) if (at < bytes.length - tail.length) bytes[at] = value
        bytes.set(tail, bytes.length - tail.length)
        const first = file(name, bytes)
        const rest = { labels: [labels(40)], images: [images(40)], nothing: [], damaged: [first, first] }[
          other
        ]
        const said = await refusal([first, ...rest])
        expect(said).toMatch(/\.$|^took 40$/)
        expect(said.length).toBeLessThan(700)
      }),
      { numRuns: 400, seed: 4 },
    )
  })
})
