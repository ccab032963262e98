/**
 * Handwritten-like digits, made rather than downloaded: pen strokes, bent and slanted at random, with a pen of
 * random width and noise in every pixel. Harder than MNIST with as many images. No tfjs.
 */
import type { Random } from '../random.ts'
import { generate } from './dataset.ts'
import type { Dataset } from './dataset.ts'
import { glyphs } from './glyphs.ts'
import type { Point } from './glyphs.ts'

export interface DigitsOptions {
  /** Number of training images. */
  train: number
  /** Number of test images. */
  test: number
  /** Pixels per side, 12 to 28. */
  size?: number
  /** How far shapes stray from the model: 0 not at all, 1 much. */
  hard?: number
  /** Standard deviation of the noise in each pixel; ink is 1, paper 0. */
  noise?: number
  pixels?: Pixels
}

/**
 * What a network sees of an image. `standardised`, the default: see `digits`. `brightness`: numbers from 0 to 1 as they
 * are. Convolutions want those: what is subtracted from each pixel differs from place to place, and then the same stroke
 * is another one at another place.
 */
export type Pixels = 'standardised' | 'brightness'

export interface Digits {
  train: Dataset
  test: Dataset
  /** Brightness of each pixel averaged over the training images; what `standardise` took off, zeros where nothing was. */
  mean: Float32Array
  /** One standard deviation for all pixels, of the training images about `mean`; 1 where nothing was divided. */
  std: number
}

/**
 * Training and test images of ten classes, row by row from the top left, standardised: the mean of each pixel
 * over the *training* set is subtracted and everything is divided by one standard deviation of the training set.
 */
export function digits(r: Random, { train, test, pixels, ...style }: DigitsOptions): Digits {
  const sets = { train: draw(r.split('train'), train, style), test: draw(r.split('test'), test, style) }
  return seenAs(pixels, sets)
}

/** In place. */
export function seenAs(pixels: Pixels = 'standardised', sets: Pick<Digits, 'train' | 'test'>): Digits {
  if (pixels === 'standardised') return { ...sets, ...standardise(sets.train, [sets.train, sets.test]) }
  return { ...sets, mean: new Float32Array(sets.train.features), std: 1 }
}

type Style = Required<Pick<DigitsOptions, 'size' | 'hard' | 'noise'>>

function draw(r: Random, count: number, { size = 12, hard = 0.8, noise = 0.08 }: Partial<Style>): Dataset {
  if (!Number.isInteger(size) || size < 12 || size > 28) {
    throw new Error(`digits: expected a size of 12 to 28 pixels, got ${size}`)
  }
  return generate({ count, features: size * size, classes: 10 }, (pixels, label) =>
    drawDigit(pixels, r, label, { size, hard, noise }),
  )
}

function drawDigit(pixels: Float32Array, r: Random, label: number, { size, hard, noise }: Style): void {
  const ways = glyphs[label]!
  const strokes = ways[r.integer(ways.length)]!
  const bend = warp(r, hard)
  const segments: number[] = []
  for (const stroke of strokes) {
    const points = stroke.map(bend)
    for (let i = 1; i < points.length; i++) segments.push(...points[i - 1]!, ...points[i]!)
  }
  // Below 16 pixels thin strokes would fall between the pixels.
  const penRadius = r.uniform(0.035, 0.075) + (size < 16 ? 0.02 : 0)
  const blur = 1.2 / size
  const ink = r.uniform(0.8, 1)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const distance = distanceTo(segments, (column + 0.5) / size, (row + 0.5) / size)
      const covered = clamp((penRadius - distance) / blur + 0.5)
      pixels[row * size + column] = clamp(covered * ink + r.normal(0, noise))
    }
  }
}

/** One writer's hand: turned, slanted, stretched, moved, and bent by three slow random waves. */
function warp(r: Random, hard: number): (point: Point) => Point {
  const turn = r.normal(0, 0.16 * hard)
  const slant = r.normal(0, 0.18 * hard)
  const width = 0.78 * Math.exp(r.normal(0, 0.14 * hard))
  const height = 0.82 * Math.exp(r.normal(0, 0.1 * hard))
  const [right, down] = [r.normal(0, 0.05 * hard), r.normal(0, 0.05 * hard)]
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const waves = Array.from({ length: 3 }, () => ({
    kx: r.uniform(-2.6, 2.6) * Math.PI,
    ky: r.uniform(-2.6, 2.6) * Math.PI,
    phase: r.uniform(0, 2 * Math.PI),
    ax: r.normal(0, 0.045 * hard),
    ay: r.normal(0, 0.045 * hard),
  }))
  return ([x, y]) => {
    let [u, v] = [x - 0.5, y - 0.5]
    for (const wave of waves) {
      const rise = Math.sin(wave.kx * x + wave.ky * y + wave.phase)
      u += wave.ax * rise
      v += wave.ay * rise
    }
    const [a, b] = [(u - slant * v) * width, v * height]
    return [0.5 + right + cos * a - sin * b, 0.5 + down + sin * a + cos * b]
  }
}

/** Distance from a point to the nearest of the segments x0, y0, x1, y1, x0, ... */
function distanceTo(segments: readonly number[], x: number, y: number): number {
  let least = Infinity
  for (let i = 0; i < segments.length; i += 4) {
    const [ax, ay] = [segments[i]!, segments[i + 1]!]
    const [dx, dy] = [segments[i + 2]! - ax, segments[i + 3]! - ay]
    const along = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1e-9))
    least = Math.min(least, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2)
  }
  return Math.sqrt(least)
}

const clamp = (value: number) => Math.min(1, Math.max(0, value))

/** Statistics of `reference`, applied in place to all `sets`. */
/**
 * Subtracts from every row of `sets` the mean of each pixel over `reference`, and divides by its standard deviation.
 * In place. @throws where all images of `reference` are equal.
 */
export function standardise(reference: Dataset, sets: readonly Dataset[]): Pick<Digits, 'mean' | 'std'> {
  const { x, count, features } = reference
  const sums = new Float64Array(features)
  for (let i = 0; i < x.length; i++) sums[i % features]! += x[i]!
  const mean = Float32Array.from(sums, (sum) => sum / count)
  let squares = 0
  for (let i = 0; i < x.length; i++) squares += (x[i]! - mean[i % features]!) ** 2
  const std = Math.sqrt(squares / x.length)
  if (!(std > 0)) throw new Error('standardise: expected images that differ, found the same image every time')
  for (const set of sets) {
    for (let i = 0; i < set.x.length; i++) set.x[i] = (set.x[i]! - mean[i % features]!) / std
  }
  return { mean, std }
}
