/** What the digits figures learn from: the reader's own images where there are any, else the book's digits. No tfjs. */
import type { Images, ImageSet } from '../../lab/images.ts'
import type { Random } from '../random.ts'
import { random } from '../random.ts'
import { areaAverage } from './areaAverage.ts'
import type { Dataset } from './dataset.ts'
import { digits, seenAs } from './digits.ts'
import type { Digits, Pixels } from './digits.ts'
import { remember } from './remember.ts'

export interface DigitsNeed {
  /** Number of training images. */
  train: number
  /** Number of test images. */
  test: number
  /** Pixels per side. */
  size: number
  /** `standardised` by default. */
  pixels?: Pixels
}

/** As many as a figure trains seeds, twice. */
const kept = 10
const book = remember(kept, (seed: number, train: number, test: number, size: number, pixels: Pixels) =>
  digits(random(seed).split('data'), { train, test, size, pixels }),
)
/** Images leave the memory with the run that brought them. */
const own = new WeakMap<Images, typeof book>()

/**
 * Training and test images of one seed, standardised by its training images where nothing else is asked for. The same
 * arguments give the same object: nobody may write into it.
 * Of the reader's own images each seed takes others, by chance. Digits take turns as long as their images last, so
 * that every multiple of ten rows from the start is balanced where the images are. No image is in both sets.
 * @throws where `images` holds fewer than are needed; the page has checked that (see `enough`).
 */
export function digitsOf(images: Images | undefined, seed: number, need: DigitsNeed): Digits {
  const { train, test, size, pixels = 'standardised' } = need
  if (!images) return book(seed, train, test, size, pixels)
  let chosen = own.get(images)
  if (!chosen) {
    chosen = remember(kept, (...[of, some, others, side, as]: Parameters<typeof book>) =>
      choose(images, random(of).split('data'), { train: some, test: others, size: side, pixels: as }),
    )
    own.set(images, chosen)
  }
  return chosen(seed, train, test, size, pixels)
}

/** Rows of brightness in [0, 1] as the networks that learn from `digits` see them. */
export const standardisedBy = ({ mean, std }: Digits, x: Float32Array): Float32Array =>
  x.map((value, i) => (value - mean[i % mean.length]!) / std)

/** What is missing for a figure, as a sentence; null where there are images enough. */
export function enough({ train, test }: Images, need: Pick<DigitsNeed, 'train' | 'test'>): string | null {
  const wanted = test
    ? ([
        [train.count, need.train, 'training images'],
        [test.count, need.test, 'test images'],
      ] as const)
    : ([
        [train.count, need.train + need.test, `images, ${need.train} to train and ${need.test} to test`],
      ] as const)
  for (const [found, expected, words] of wanted) {
    if (found < expected) {
      return `Expected at least ${expected} ${words}; found ${found}. Choose a file with more images.`
    }
  }
  return null
}

function choose(images: Images, r: Random, { train, test, size, pixels }: DigitsNeed): Digits {
  const missing = enough(images, { train, test })
  if (missing) throw new Error(missing)
  const reduce = areaAverage({ rows: images.size, columns: images.size }, size)
  const rows = balancedOrder(images.train, r.split('train'))
  const sets = {
    train: gather(images.train, rows.subarray(0, train), reduce),
    test: images.test
      ? gather(images.test, balancedOrder(images.test, r.split('test')).subarray(0, test), reduce)
      : gather(images.train, rows.subarray(train, train + test), reduce),
  }
  return seenAs(pixels, sets)
}

/** All rows in random order, except that digits take turns as long as they last. */
function balancedOrder({ labels, count }: ImageSet, r: Random): Int32Array {
  const ofDigit: number[][] = Array.from({ length: 10 }, () => [])
  for (const row of r.permutation(count)) ofDigit[labels[row]!]!.push(row)
  const order = new Int32Array(count)
  let filled = 0
  for (let turn = 0; filled < count; turn++) {
    for (const rows of ofDigit) if (turn < rows.length) order[filled++] = rows[turn]!
  }
  return order
}

function gather(
  { pixels, labels, count }: ImageSet,
  rows: Int32Array,
  reduce: ReturnType<typeof areaAverage>,
): Dataset {
  const area = pixels.length / count
  const images = Array.from(rows, (row) => reduce(pixels, row * area).map((value) => value / 255))
  const features = images[0]?.length ?? 0
  const x = new Float32Array(rows.length * features)
  for (const [i, image] of images.entries()) x.set(image, i * features)
  return { x, y: Uint8Array.from(rows, (row) => labels[row]!), count: rows.length, features, classes: 10 }
}
