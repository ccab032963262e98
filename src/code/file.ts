/** The numbers that a program needs to be the figure's twin, as one JSON file. */
import type { Images } from '../lab/images.ts'
import { pickRows, versionOrder } from '../nn/datasets/batches.ts'
import type { Dataset } from '../nn/datasets/dataset.ts'
import { digitsOf } from '../nn/datasets/ownDigits.ts'
import { planar } from '../nn/datasets/planar.ts'
import { randomLabels } from '../nn/datasets/randomLabels.ts'
import { shifts } from '../nn/datasets/shifted.ts'
import { drawnScores, pruningDraws } from '../nn/pruning/drawnScores.ts'
import { random } from '../nn/random.ts'
import type { Data, Experiment, Passing, Rows, Training } from './experiment.ts'
import { fitToBatch } from './fit.ts'
import { maskBits } from './masks.ts'
import { passedLayers, startingLayers, type LayerStart } from './weights.ts'

/** A tensor: base64 of the bytes of its numbers, row by row, little end first. */
export interface Packed {
  type: 'float32' | 'uint8' | 'uint16'
  shape: readonly number[]
  values: string
}

export interface SavedFile {
  /** What it is, for who opens it. */
  about: string
  figure: string
  variant: string
  seed: number
  link: string
  /** `x` `[rows, features]`; `y` `[rows]`, classes or numbers. */
  train: { x: Packed; y?: Packed }
  test?: { x: Packed; y: Packed }
  /** What each layer with weights starts from: kernel, then bias and gain where there are such. */
  layers: readonly (readonly Packed[])[]
  /** The same for the network beside it that finds the masks, where there is one. */
  finder?: readonly (readonly Packed[])[]
  /**
   * An empty image as the network would see it, `[features]`: where images are moved, that is what moves in.
   */
  paper?: Packed
  /**
   * The rows of all batches, one batch after another. Absent where each update takes all rows. Where images are moved,
   * row i is there in v versions, i * v to (i + 1) * v - 1.
   */
  order?: Packed
  /**
   * With dropout, for each hidden layer `[steps, bytes]`: a bit for each unit of each row of the batch, row by row, the
   * lowest of a byte first. It is 1 where the unit is kept.
   */
  masks?: readonly Packed[]
  /** Where weights are cut by lot, the importance that was drawn for each, `[inputs, units]` for each layer. */
  scores?: readonly Packed[]
}

/** @param of what the file is called by; @param images the reader's own digits, null for the book's. */
export function savedFile(
  experiment: Experiment,
  seed: number,
  images: Images | null,
  of: Pick<SavedFile, 'figure' | 'variant' | 'link'>,
): SavedFile {
  const numbers =
    experiment.kind === 'training' ? trained(experiment, seed, images) : passed(experiment, seed)
  return {
    about:
      'What the program beside this file learns from and starts from. Numbers are base64 of their bytes, little end first.',
    ...of,
    seed,
    ...numbers,
  }
}

type Numbers = Pick<
  SavedFile,
  'train' | 'test' | 'paper' | 'layers' | 'finder' | 'order' | 'masks' | 'scores'
>

function trained(training: Training, seed: number, images: Images | null): Numbers {
  const { data, activation, batchSize, steps, fitted, hidden, dropout, prune } = training
  const { train, test, paper } = setsOf(data, seed, images)
  const own = prune?.rewind?.weights
  const layers = startingLayers(training, train.features, seed, own)
  const order = batchSize < train.count ? orderOf(training, train.count, seed) : null
  if (fitted && order && train.y instanceof Uint8Array) {
    const set = { ...train, y: train.y, classes: training.outputs }
    fitToBatch(layers, activation, pickRows([set], order.subarray(0, batchSize)).x)
  }
  return {
    train: packedRows(train),
    ...(test && { test: packedRows(test) }),
    ...(paper && { paper: packed(paper, [paper.length]) }),
    layers: layers.map(packedLayer),
    ...(own !== undefined && { finder: startingLayers(training, train.features, seed).map(packedLayer) }),
    ...(order && { order: packed(Uint16Array.from(order), [steps, batchSize]) }),
    ...(dropout && {
      masks: hidden.map((units, layer) => {
        const size = Math.min(batchSize, train.count) * units
        return packed(maskBits({ seed, layer, steps, size, rate: dropout.rate }), [
          steps,
          Math.ceil(size / 8),
        ])
      }),
    }),
    ...(prune?.by === 'random' && {
      scores: layers.map(({ inputs, units }, layer) =>
        packed(drawnScores(random(seed).split(prune.draws ?? pruningDraws), layer, inputs * units), [
          inputs,
          units,
        ]),
      ),
    }),
  }
}

function passed(passing: Passing, seed: number): Numbers {
  const { rows, width } = passing
  const own = random(seed).split('data')
  const x = Float32Array.from({ length: rows * width }, () => own.normal())
  return { train: { x: packed(x, [rows, width]) }, layers: passedLayers(passing, seed).map(packedLayer) }
}

interface Sets {
  train: Rows
  test?: Rows
  /** Where images are moved. */
  paper?: Float32Array | undefined
}

/** Training and test rows of one seed. */
function setsOf(data: Data, seed: number, images: Images | null): Sets {
  if (data.kind === 'rows') return { train: data.draw() }
  if (data.kind === 'digits') {
    const { train, test, mean, std } = digitsOf(images ?? undefined, seed, data)
    const share = data.randomLabels
    return {
      train: share ? randomLabels(train, share, random(seed).split('labels')) : train,
      test,
      paper: data.shifts ? mean.map((brightness) => -brightness / std) : undefined,
    }
  }
  const draw = (purpose: string): Dataset =>
    planar[data.name](random(seed).split('data').split(purpose), data)
  return { train: draw('train'), test: draw('test') }
}

function orderOf({ data, batchSize, steps }: Training, rows: number, seed: number): Int32Array {
  const versions = shifts((data.kind === 'digits' && data.shifts) || 0).length
  return versionOrder(rows, versions, [random(seed).split('order')], batchSize).next(steps)
}

const packedRows = ({ x, y, count, features }: Rows) => ({
  x: packed(x, [count, features]),
  y: packed(y, [count]),
})

const packedLayer = ({
  inputs,
  units,
  kernel,
  shape = [inputs, units],
  bias,
  gain,
}: LayerStart): Packed[] => [
  packed(kernel, shape),
  ...[bias, gain].flatMap((values) => (values ? [packed(values, [units])] : [])),
]

function packed(values: Float32Array | Uint8Array | Uint16Array, shape: readonly number[]): Packed {
  const type = values instanceof Float32Array ? 'float32' : values instanceof Uint8Array ? 'uint8' : 'uint16'
  return { type, shape, values: base64(new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) }
}

/** Arguments of one call are limited in number, so the bytes go in pieces. */
function base64(bytes: Uint8Array): string {
  const piece = 0x8000
  let text = ''
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(text)
}
