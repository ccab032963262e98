/**
 * The files that a reader drops on a figure, read into `Images`: which is which is told by what is in them, never by
 * their names; gzip is unpacked on the way. Nothing is sent anywhere. No tfjs, no DOM.
 */
import type { Images, ImageSet } from '../../lab/images.ts'
import { quoted } from './foreignFile.ts'
import { IdxError, idxReader } from './idx.ts'
import type { IdxFile, IdxImages, IdxLabels } from './idx.ts'
import { enough } from './ownDigits.ts'
import type { DigitsNeed } from './ownDigits.ts'

/** A browser's `File`, or anything with bytes and a name. */
export interface NamedBlob extends Pick<Blob, 'slice' | 'stream'> {
  name: string
}

/**
 * @param files images and their labels, or two such pairs: one to train with and one to test with.
 * @param need how many images the figure takes, and the size that it reduces them to.
 * @throws IdxError a sentence that says what was expected, what was found and what to do.
 */
export async function readImages(files: readonly NamedBlob[], need: DigitsNeed): Promise<Images> {
  if (files.length < 1 || files.length > 4) {
    throw new IdxError(
      `Expected two files (images and labels) or four (the same for testing); found ${files.length}. Choose them together.`,
    )
  }
  const read: IdxFile[] = []
  for (const file of files) read.push(await readFile(file, need.size))
  const images = toImages(read, need.size)
  const missing = enough(images, need)
  if (missing) throw new IdxError(missing)
  return images
}

/** One file, plain or gzip. @throws IdxError */
export async function readFile(file: NamedBlob, size: number): Promise<IdxFile> {
  const reader = idxReader(file.name, size)
  const packed = await isGzip(file)
  const pieces = (packed ? unpacked(file) : file.stream()).getReader()
  try {
    for (;;) {
      const { done, value } = await pieces.read()
      if (done) break
      reader.push(value)
    }
  } catch (error) {
    // The rest is not wanted. How closing ends says nothing that the first error has not said.
    await pieces.cancel().catch(() => {})
    throw asSentence(error, file.name, packed)
  }
  return reader.end()
}

async function isGzip(file: NamedBlob): Promise<boolean> {
  try {
    const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
    return first === 0x1f && second === 0x8b
  } catch (error) {
    throw asSentence(error, file.name, false)
  }
}

function unpacked(file: NamedBlob): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (typeof DecompressionStream === 'undefined') {
    throw new IdxError(
      `${quoted(file.name)} is packed with gzip, which this browser cannot unpack: expected DecompressionStream, found none. Unpack the file first.`,
    )
  }
  return file.stream().pipeThrough(new DecompressionStream('gzip'))
}

function asSentence(error: unknown, name: string, packed: boolean): IdxError {
  if (error instanceof IdxError) return error
  const said = error instanceof Error ? error.message : String(error)
  return new IdxError(
    packed
      ? `${quoted(name)} is not a whole gzip file: expected it to unpack to its end, found “${said}”. Download it again.`
      : `${quoted(name)} could not be read: expected a file, found “${said}”. Choose it again, and no folder.`,
  )
}

/** Images with the labels that belong to them. */
type Pair = readonly [IdxImages, IdxLabels]

function toImages(read: readonly IdxFile[], size: number): Images {
  const images = read.filter((file) => file.kind === 'images')
  const labels = read.filter((file) => file.kind === 'labels')
  if (images.length !== labels.length) {
    const missing =
      images.length > labels.length
        ? 'Choose the labels too, such as train-labels-idx1-ubyte, together with the images.'
        : 'Choose the images too, such as train-images-idx3-ubyte, together with the labels.'
    throw new IdxError(
      `Expected a file of labels for each file of images; found ${described(read)}. ${missing}`,
    )
  }
  const pairs = images.length === 2 ? twoPairs(images, labels) : [onePair(images[0]!, labels[0]!)]
  for (const [file] of pairs) refuseUseless(file)
  const [[first, firstLabels], second] = pairs.toSorted(trainingFirst) as [Pair, Pair?]
  if (second && (second[0].rows !== first.rows || second[0].columns !== first.columns)) {
    throw new IdxError(
      `Expected images of one size; found ${sizeOf(first)} in ${quoted(first.name)} and ${sizeOf(second[0])} in ${quoted(second[0].name)}. Choose files of one data set.`,
    )
  }
  return {
    name: first.name,
    size,
    original: { rows: first.rows, columns: first.columns },
    train: joined(first, firstLabels),
    test: second && joined(...second),
  }
}

const words = (n: number) => n.toLocaleString('en')
const sizeOf = ({ rows, columns }: IdxImages) => `${rows} × ${columns}`

/** "60,000 images in “a” and 10,000 labels in “b”" */
function described(files: readonly IdxFile[]): string {
  const all = files.map(({ kind, count, name }) => `${words(count)} ${kind} in ${quoted(name)}`)
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('')
}

function onePair(images: IdxImages, labels: IdxLabels): Pair {
  if (images.count !== labels.count) {
    throw new IdxError(
      `Expected as many labels as images; found ${described([images, labels])}. Choose the labels that belong to these images.`,
    )
  }
  return [images, labels]
}

/** Counts tell which labels belong to which images; where all are equal, names do. */
function twoPairs(images: readonly IdxImages[], labels: readonly IdxLabels[]): Pair[] {
  const [one, other] = images as [IdxImages, IdxImages]
  const [a, b] = labels as [IdxLabels, IdxLabels]
  const straight = one.count === a.count && other.count === b.count
  const crossed = one.count === b.count && other.count === a.count
  if (!straight && !crossed) {
    throw new IdxError(
      `Expected as many labels as images in both sets; found ${described([...images, ...labels])}. Choose the labels that belong to these images.`,
    )
  }
  if (!crossed) return [onePair(one, a), onePair(other, b)]
  if (!straight) return [onePair(one, b), onePair(other, a)]
  if (forTest(one.name) === forTest(other.name) || forTest(a.name) === forTest(b.name)) {
    throw new IdxError(
      `Expected names that tell two sets of ${words(one.count)} apart; found ${[one, other, a, b].map(({ name }) => quoted(name)).join(', ')}. Begin the names of the test set with t10k or test.`,
    )
  }
  return forTest(one.name) === forTest(a.name)
    ? [onePair(one, a), onePair(other, b)]
    : [onePair(one, b), onePair(other, a)]
}

const forTest = (name: string) => /(^|[^a-z])(t10k|test)/i.test(name)

/** The set whose name says test is for testing; where names say nothing, the smaller one is. */
const trainingFirst = ([a]: Pair, [b]: Pair): number =>
  Number(forTest(a.name)) - Number(forTest(b.name)) || b.count - a.count

const joined = ({ pixels, count }: IdxImages, { labels }: IdxLabels): ImageSet => ({ pixels, labels, count })

/** Images that a network could not learn from, or on which the drawing pad would deceive. */
function refuseUseless({ name, pixels, size }: IdxImages): void {
  const area = size * size
  if (pixels.every((value, i) => value === pixels[i % area])) {
    throw new IdxError(
      `${quoted(name)} shows one image again and again: expected different digits, found all its images equal. Export it again.`,
    )
  }
  let sum = 0
  for (const value of pixels) sum += value
  if (sum > 127 * pixels.length) {
    throw new IdxError(
      `${quoted(name)} shows dark ink on bright paper: expected 0 for paper and 255 for ink, found an average of ${Math.round(sum / pixels.length)}. Export it with brightness reversed.`,
    )
  }
}
