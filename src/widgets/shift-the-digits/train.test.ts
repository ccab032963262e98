import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { final, runExperiment } from '../../../tests/runExperiment.ts'
import { batchOrder, versionOrder } from '../../nn/datasets/batches.ts'
import { random } from '../../nn/random.ts'
import { rowsShown, size, timesShown } from './config.ts'
import { showings } from './shown.ts'
import experiment from './train.ts'

const order = () => [random(0).split('order')]

describe('shift-the-digits', () => {
  keepsTheContract(experiment, { config: { images: 100, steps: 100 }, steps: 4 })

  it('starts all variants from the same weights, and a reach of 0 leaves the images as they are', async () => {
    const config = { images: 100, steps: 100, reach: 0 }
    const result = await runExperiment(experiment, { config, seeds: [0], steps: 20 })
    const start = (variant: keyof typeof result) => result[variant].metrics.loss[0]
    expect(start('l2')).toEqual(start('asTheyAre'))
    expect(start('shifted')).toEqual(start('asTheyAre'))
    expect(final(result.shifted.metrics.loss)).toEqual(final(result.asTheyAre.metrics.loss))
  })

  it('learns every training image in all three ways', async () => {
    const config = { images: 100, steps: 200 }
    const result = await runExperiment(experiment, { config, seeds: [0] })
    for (const { metrics } of Object.values(result)) {
      expect(metrics.trainingError[0]![0]).toBeGreaterThan(0.7)
      expect(final(metrics.trainingError)).toEqual([0])
      expect(final(metrics.testError)[0]).toBeLessThan(0.5)
    }
  })

  it('shows what the steps have taken: each row once an epoch, and nothing before the first step', async () => {
    const rows = [0, 7]
    const plain = showings(batchOrder(20, order(), 5), rows, { steps: 12, versions: 1 })
    const moved = showings(versionOrder(20, 9, order(), 5), rows, { steps: 12, versions: 9 })
    for (const [i, showing] of plain.entries()) {
      expect(showing.map(({ step }) => Math.floor(step / 4))).toEqual([0, 1, 2])
      expect(showing.every(({ version }) => version === 0)).toBe(true)
      expect(moved[i]!.map(({ step }) => step)).toEqual(showing.map(({ step }) => step))
    }

    const config = { images: 100, steps: 100 }
    const before = await viewAt(experiment, 'shifted', 0, config)
    expect([before.shown.seen, before.shown.moved]).toEqual([0, 0])
    const drawn = before.shown.pictures.values.filter((value) => !Number.isNaN(value))
    expect(drawn).toHaveLength(rowsShown.length * size * size)
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...drawn)).toBeLessThanOrEqual(1)
  })

  it('moves pictures where they are shifted, and there alone', async () => {
    const config = { images: 100, steps: 100 }
    const all = rowsShown.length * timesShown
    const shifted = await viewAt(experiment, 'shifted', 20, config)
    expect(shifted.shown.seen).toBe(all)
    expect(shifted.shown.moved).toBeGreaterThan(all / 2)
    const { shown } = await viewAt(experiment, 'l2', 20, config)
    expect([shown.seen, shown.moved]).toEqual([all, 0])
    const { values, columns } = shown.pictures
    const column = (place: number) =>
      Array.from({ length: size }, (_, i) => values[i * columns + place * (size + 1) + 5])
    expect(column(timesShown)).toEqual(column(0))
  })
})
