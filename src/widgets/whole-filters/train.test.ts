import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { costOf } from '../cutCosts.ts'
import { filterMasks } from './filterMasks.ts'
import { kernelSize, layersOf, matricesOf, sparsityOf, width } from './networks.ts'
import experiment from './train.ts'

const config = { filters: 5, before: 25, after: 25 }

describe('whole-filters', () => {
  keepsTheContract(experiment, { config, steps: 28 })

  it('keeps the filters with the greatest sums, and with a filter goes all that reads its map', () => {
    // Two maps of one place each go to two outputs; the first kernel is 1 by 2 places for each of two filters.
    const first = { weights: Float32Array.of(1, -3, 1, 2), maps: 1, filters: 2 }
    const second = { weights: Float32Array.of(1, 2, 9, 9, 3, 4, 9, 9), maps: 2, filters: 2 }
    const [into, out] = filterMasks([first, second], 1)
    expect(into).toEqual(Float32Array.of(0, 1, 0, 1))
    // Rows of maps 0 and 1 take turns; map 0 is gone.
    expect(out).toEqual(Float32Array.of(0, 0, 1, 1, 0, 0, 1, 1))
  })

  it('leaves as many weights in each layer, one by one or with their filters', async () => {
    for (const variant of ['weights', 'filters', 'small'] as const) {
      const { between } = await viewAt(experiment, variant, 26, config)
      expect(between.values.filter((weight) => weight > 0)).toHaveLength(
        matricesOf(variant, config.filters)[1]!.kept,
      )
    }
    expect(sparsityOf(width)).toBe(0)
  })

  it('takes whole filters away, and the maps of the layer before', async () => {
    const { between } = await viewAt(experiment, 'filters', 26, config)
    const side = kernelSize + 1
    /** Whether anything is left of what a filter makes of a map. */
    const pair = (map: number, filter: number) =>
      Array.from({ length: kernelSize ** 2 }, (_, tap) => {
        const row = map * side + Math.floor(tap / kernelSize)
        return between.values[row * between.columns + filter * side + (tap % kernelSize)]!
      }).some((weight) => weight > 0)
    const all = Array.from({ length: width }, (_, i) => i)
    const maps = all.filter((map) => all.some((filter) => pair(map, filter)))
    const filters = all.filter((filter) => all.some((map) => pair(map, filter)))
    expect([maps.length, filters.length]).toEqual([config.filters, config.filters])
    for (const map of maps) for (const filter of filters) expect(pair(map, filter)).toBe(true)
  })

  it('counts bytes and products by hand', () => {
    expect(layersOf(16).map(({ kept }) => kept)).toEqual([9 * 16, 9 * 16 * 16, 9 * 16 * 10])
    expect(costOf(matricesOf('filters', 8))).toMatchObject({
      dense: 4 * (72 + 576 + 720),
      denseProducts: 144 * 72 + 36 * 576 + 720,
    })
    const single = costOf(matricesOf('weights', 8))
    expect(single.dense).toBe(4 * 3888)
    expect(single.denseProducts).toBe(144 * 144 + 36 * 2304 + 1440)
    expect(single.products).toBe(144 * 72 + 36 * 576 + 720)
  })
})
