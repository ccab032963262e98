import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { final, runExperiment } from '../../../tests/runExperiment.ts'
import { digitsOf } from '../../nn/datasets/ownDigits.ts'
import { outputs, reach, rowsShown, size, testImages } from './config.ts'
import { movedTest, placesWithin } from './moved.ts'
import { indexOf, movedInk, moveWords, places, readingAt, rightAt } from './places.ts'
import experiment from './train.ts'

const config = { steps: 100 }
const digits = () => digitsOf(undefined, 0, { train: 100, test: testImages, size, pixels: 'brightness' })

describe('drag-the-digit', () => {
  keepsTheContract(experiment, { config, steps: 2 })

  it('learns digits, and reads fewer of them where they are moved', async () => {
    const { max } = await runExperiment(experiment, {
      variants: ['max'],
      seeds: [0],
      steps: 200,
      measureEvery: 200,
      config: { steps: 200 },
    })
    const errors = (['error0', 'error1', 'error2', 'error3'] as const).map(
      (metric) => final(max.metrics[metric])[0]!,
    )
    expect(errors[0]).toBeLessThan(0.5)
    errors.slice(1).forEach((error, i) => expect(error).toBeGreaterThan(errors[i]!))
  })

  it('shows what the network says at each place', async () => {
    const view = await viewAt(experiment, 'average', 0, config)
    expect(view.labels).toEqual(Uint8Array.from(rowsShown))
    expect(view.probabilities).toHaveLength(rowsShown.length * places * outputs)
    for (let place = 0; place < places; place++) {
      const reading = readingAt(view, 1, place)
      expect(reading.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 5)
      expect(rightAt(view, 1)[place]!.probability).toBe(reading[rowsShown[1]])
    }
  })
})

describe('moved images', () => {
  it('move by whole pixels in all four ways equally often, and paper moves in', () => {
    const { test } = digits()
    const moved = movedTest(digits(), 1)
    expect(movedTest(digits(), 0).x).toEqual(test.x)
    const at = (set: typeof test, row: number, line: number, column: number) =>
      set.x[row * test.features + line * size + column]
    // The first ten go right, the next ten down, then left, then up.
    for (const [row, right, down] of [
      [0, 1, 0],
      [12, 0, 1],
      [23, -1, 0],
      [34, 0, -1],
      [40, 1, 0],
    ] as const)
      expect(at(moved, row, 5 + down, 6 + right)).toBe(at(test, row, 5, 6))
    expect(at(moved, 0, 4, 0)).toBe(0)
    expect(moved.y).toEqual(test.y)
  })

  it('take off the mean of the place they come to where pixels are standardised', () => {
    const own = digitsOf(undefined, 0, { train: 100, test: testImages, size })
    const moved = movedTest(own, 2)
    expect(moved.x[5 * size]).toBeCloseTo(-own.mean[5 * size]! / own.std, 5)
  })

  it('have a place in the view for every way to drag them', async () => {
    expect(placesWithin(reach).map(indexOf)).toEqual(Array.from({ length: places }, (_, i) => i))
    const view = await viewAt(experiment, 'none', 0, config)
    const ink = movedInk(view, 0, [2, -1])
    expect(ink[4 * size + 7]).toBe(view.images[5 * size + 5])
    expect(ink[4 * size]).toBe(0)
    expect([moveWords([0, 0]), moveWords([1, 0]), moveWords([-2, 1])]).toEqual([
      'where it was',
      '1 pixel to the right',
      '2 pixels to the left and 1 pixel down',
    ])
  })
})
