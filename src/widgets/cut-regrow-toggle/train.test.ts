import { describe, expect, it } from 'vitest'
import { keepsTheContract } from '../../../tests/experimentContract.ts'
import { random } from '../../nn/random.ts'
import { droppedWeights } from './droppedWeights.ts'
import { exchange, shareAt } from './exchange.ts'
import experiment from './train.ts'

describe('cut-regrow-toggle', () => {
  keepsTheContract(experiment, { config: { updates: 500 }, steps: 222 })

  it('exchanges as many as it takes away, and takes back none of them at once', () => {
    const masks = [Float32Array.of(1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0)]
    const sizes = [Float32Array.of(3, 1, 2, 0, 0, 0, 1, 2, 3, 0, 0, 0)]
    const growth = [Float32Array.of(9, 9, 9, 1, 3, 2, 9, 9, 9, 3, 2, 1)]
    expect(exchange({ masks, sizes, growth, seeds: 2, share: 1 / 3 })).toEqual([
      Float32Array.of(1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0),
    ])
    expect(exchange({ masks, sizes, growth, seeds: 2, share: 0 })).toEqual(masks)
  })

  it('exchanges less and less', () => {
    const plan = { most: 0.2, first: 200, last: 480 }
    expect([200, 340, 480, 600].map((step) => Number(shareAt(step, plan).toFixed(6)))).toEqual([
      0.2, 0.1, 0, 0,
    ])
  })

  it('dropout takes whole units: all weights into one that is off, and all out of it', () => {
    const [inputs, units, outputs] = [5, 8, 3]
    const dropped = droppedWeights(random(0), 0.5, [inputs, units, outputs])
    const [into, out] = dropped.masks(0) as [Float32Array, Float32Array]
    for (let unit = 0; unit < units; unit++) {
      const column = Array.from({ length: inputs }, (_, i) => into[i * units + unit])
      const row = Array.from(out.subarray(unit * outputs, (unit + 1) * outputs))
      expect(new Set([...column, ...row]).size).toBe(1)
    }
    expect(dropped.returned(0)).toBe(0)
    const late = dropped.returned(40)
    expect(late).toBeGreaterThan(0.2)
    dropped.returned(3)
    expect(dropped.returned(40)).toBe(late)
  })
})
