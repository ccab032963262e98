/** What question and readout say of a run. No DOM. */
import type { Run } from '../../lab/runState.ts'
import {
  capital,
  clockText,
  firstEpoch,
  firstVariant,
  formatPercent,
  isOver,
  labelOf,
  list,
  medianAt,
} from '../../ui/index.ts'
import { shifted } from './config.ts'

/** Errors that are nearer than this are called alike: ten of 500 images. */
export const near = 0.02
export const half = { atMost: 0.5 }

/** By how much the error of a variant is higher on images that are moved by one pixel, at the epoch line. */
export function rise(run: Run, variant: string): number {
  const [before, after] = ['error0', 'error1'].map((metric) => medianAt(run, variant, metric) ?? Number.NaN)
  return after! - before!
}

/** What a shift by one pixel does to max pooling, beside the network without pooling; null before the end. */
export function answer(run: Run): 'same' | 'less' | 'more' | null {
  if (!isOver(run)) return null
  const [max, none] = [rise(run, 'max'), rise(run, 'none')]
  if (!Number.isFinite(max - none)) return null
  if (max < near) return 'same'
  return max < none - near ? 'less' : 'more'
}

/** Names who first read half of the moved images; at the end, what a shift by one pixel adds to each error. */
export function readout(run: Run): string | null {
  const { now, variants } = run.getState()
  if (now.step === 0) return null
  const first = firstVariant(run, 'error1', half)
  const sentences = [
    first
      ? `Of the images that are moved by one pixel, ${labelOf(run, first)} first had half right, at epoch ${clockText(run, firstEpoch(run, first, 'error1', half) ?? 0)}.`
      : 'No network has half of the images right that are moved by one pixel.',
  ]
  if (isOver(run)) {
    const points = variants.map((id) => `${labelOf(run, id)} ${(100 * rise(run, id)).toFixed(0)} points`)
    sentences.push(`What that one pixel adds to the error: ${list(points)}.`)
  }
  return sentences.join(' ')
}

export interface Point {
  by: number
  median: number
  low: number
  high: number
}

/** Errors at the epoch line by distance; those without a number are left out. */
export function pointsOf(run: Run, variant: string): Point[] {
  const { now } = run.getState()
  const at = run.history.indexAt(variant, now.step)
  if (at < 0) return []
  return shifted
    .map(({ by, metric }) => ({
      by,
      median: run.history.median(variant, metric)[at] ?? Number.NaN,
      low: run.history.low(variant, metric)[at] ?? Number.NaN,
      high: run.history.high(variant, metric)[at] ?? Number.NaN,
    }))
    .filter(({ median }) => Number.isFinite(median))
}

export const pointsWords = (label: string, points: readonly Point[]): string =>
  `${capital(label)}: ${list(points.map(({ by, median }) => `${formatPercent(median)} at ${by}`))}`
