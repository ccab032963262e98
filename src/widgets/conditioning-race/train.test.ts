import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import { random } from '../../nn/random.ts'
import { makeData } from './data.ts'
import { isKept } from './plane.ts'
import { transforms } from './transforms.ts'
import experiment from './train.ts'

const options = { mean: 2, spreads: 5, correlation: 0.5 }
const { rows } = makeData(random(0).split('data'), options)
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

describe('conditioning-race', () => {
  keepsTheContract(experiment, { config: { steps: 100 }, steps: 100 })

  it('has positive features whose spreads differ as asked', () => {
    for (const value of rows.flat()) expect(value).toBeGreaterThan(0)
    const spread = (j: number) => {
      const values = rows.map((row) => row[j]!)
      return Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))
    }
    expect(Math.abs(spread(9) / spread(0) / 5 - 1)).toBeLessThan(0.1)
  })

  it('whitens: mean 0, spread 1, and nothing correlated', () => {
    const whitened = transforms.whitened(rows)
    for (let i = 0; i < 10; i++) {
      expect(mean(whitened.map((row) => row[i]!))).toBeCloseTo(0, 10)
      for (let j = 0; j < 10; j++) {
        expect(mean(whitened.map((row) => row[i]! * row[j]!))).toBeCloseTo(i === j ? 1 : 0, 9)
      }
    }
  })

  it('standardises without decorrelating, and centres without scaling', () => {
    const standardised = transforms.standardised(rows)
    expect(mean(standardised.map((row) => row[0]! ** 2))).toBeCloseTo(1, 10)
    expect(mean(standardised.map((row) => row[0]! * row[1]!))).toBeGreaterThan(0.3)
    const centred = transforms.centred(rows)
    expect(centred[3]![2]! - centred[7]![2]!).toBeCloseTo(rows[3]![2]! - rows[7]![2]!, 10)
  })

  it('starts all variants from one and the same prediction, so from the same loss', async () => {
    const result = await runExperiment(experiment, { steps: 0, seeds: [0] })
    for (const { metrics } of Object.values(result)) expect(metrics.excessLoss[0]).toEqual([1])
  })

  it('draws the way: from the left and above towards the middle, along an axis by its own factor', async () => {
    const { bowl } = await viewAt(experiment, 'centred', 30)
    const [flat, steep] = bowl.curvatures
    expect(bowl.path).toHaveLength(2 * 31)
    expect(bowl.path[0]!).toBeLessThan(0)
    expect(bowl.path[1]!).toBeGreaterThan(0)
    expect(bowl.path.at(-2)! / bowl.path[0]!).toBeCloseTo((1 - flat / steep) ** 30, 4)
  })

  it('draws the same way after it was saved and opened again, also where iterates are left out', async () => {
    const config = { mean: 2, spreads: 5, correlation: 0.5, rate: 1, steps: 1000 }
    const context = { config, variant: 'raw', seeds: [0] } as const
    const whole = experiment.train(context)
    await whole.next()
    const at = (await whole.next(500)).value!
    const saved = await at.save!()
    const end = (await whole.next(100)).value!
    const again = experiment.train({ ...context, from: saved })
    await again.next()
    const resumed = (await again.next(100)).value!
    expect(isKept(600, 1000)).toBe(false)
    expect((await resumed.view()).bowl.path).toEqual((await end.view()).bowl.path)
    await Promise.all([whole.return(), again.return()])
  })
})
