/** What the steps of a run see of a few training images: the image, and the versions of it that were taken last. */
import { mosaic } from '../../lab/mosaic.ts'
import type { HeatmapView } from '../../lab/views.ts'
import type { BatchOrder } from '../../nn/datasets/batches.ts'
import type { Dataset } from '../../nn/datasets/dataset.ts'
import type { Digits } from '../../nn/datasets/digits.ts'
import { shiftedCopies, shifts } from '../../nn/datasets/shifted.ts'

/** One image in one step. */
export interface Showing {
  step: number
  /** Which of `shifts(reach)`; 0 is the image as it is. */
  version: number
}

/**
 * When each of `rows` is shown, and as which of its versions, over a run.
 * @param order of one seed, in rows times versions, from its beginning.
 */
export function showings(
  order: BatchOrder,
  rows: readonly number[],
  { steps, versions }: { steps: number; versions: number },
): Showing[][] {
  const picks = order.next(steps)
  const size = picks.length / steps
  const found: Showing[][] = rows.map(() => [])
  picks.forEach((pick, place) => {
    found[rows.indexOf(Math.floor(pick / versions))]?.push({
      step: Math.floor(place / size),
      version: pick % versions,
    })
  })
  return found
}

export interface Shown {
  /**
   * A row of pictures for each image: the image as it is, then its last versions, the newest at the right. Brightness
   * in [0, 1]; what has not been shown yet is NaN.
   */
  pictures: HeatmapView
  /** How many versions are there, and how many of them are not the image as it is. */
  seen: number
  moved: number
}

/**
 * Makes what is shown after so many steps.
 * @param rows of the training images. @param all their `showings`. @param times how many of the last ones are shown.
 */
export function lastShown(
  { train, mean, std }: Digits,
  rows: readonly number[],
  { reach, times, all }: { reach: number; times: number; all: readonly (readonly Showing[])[] },
): (step: number) => Shown {
  const versions = shifts(reach).length
  const own = { train: only(train, rows), test: train, mean, std }
  const brightness = shiftedCopies(own, reach).x.map((value, place) =>
    Math.min(1, Math.max(0, value * std + mean[place % train.features]!)),
  )
  const picture = (i: number, version: number) => {
    const place = (i * versions + version) * train.features
    return brightness.subarray(place, place + train.features)
  }
  const layout = { size: Math.sqrt(train.features), columns: times + 1, limit: 1 }
  return (step) => {
    const last = all.map((showing) => showing.filter((each) => each.step < step).slice(-times))
    const pictures = last.flatMap((row, i) => [
      picture(i, 0),
      ...row.map(({ version }) => picture(i, version)),
      ...Array.from({ length: times - row.length }, () => []),
    ])
    const seen = last.flat()
    return {
      pictures: { ...mosaic(pictures, layout), signed: false },
      seen: seen.length,
      moved: seen.filter(({ version }) => version > 0).length,
    }
  }
}

const only = ({ x, y, features, classes }: Dataset, rows: readonly number[]): Dataset => ({
  x: Float32Array.from(rows.flatMap((row) => [...x.subarray(row * features, (row + 1) * features)])),
  y: Uint8Array.from(rows, (row) => y[row]!),
  count: rows.length,
  features,
  classes,
})
