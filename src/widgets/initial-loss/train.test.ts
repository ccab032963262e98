import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import experiment from './train.ts'

describe('initial-loss', () => {
  keepsTheContract(experiment, { config: { steps: 100 }, steps: 2 })

  it('shows the probabilities of 20 images, two of each digit, and counts those of 500', async () => {
    const { answers, probabilities } = await viewAt(experiment, 'he', 0)
    expect([answers.rows, answers.columns]).toEqual([20, 10])
    for (let row = 0; row < 20; row++) {
      const sum = answers.values.subarray(row * 10, row * 10 + 10).reduce((total, p) => total + p, 0)
      expect(sum).toBeCloseTo(1, 5)
    }
    expect(probabilities.layers.map(({ name }) => name)).toEqual(['right', 'largest'])
    for (const { counts } of probabilities.layers)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(500)
  })

  it('has the images in the order of the digits, so that what is learned lies on a diagonal', async () => {
    const { answers } = await viewAt(experiment, 'he', 300)
    const right = Array.from({ length: 20 }, (_, row) => answers.values[row * 10 + Math.floor(row / 2)]!)
    expect(right.filter((probability) => probability > 0.5).length).toBeGreaterThan(15)
  })

  it('scales the output layer alone', async () => {
    const quiet = { outputScale: 0.001 }
    const { answers } = await viewAt(experiment, 'he', 0, quiet)
    for (const probability of answers.values) expect(probability).toBeCloseTo(0.1, 2)
    const { he } = await runExperiment(experiment, { config: quiet, variants: ['he'], seeds: [0] })
    expect(he.metrics.testAccuracy.at(-1)![0]!).toBeGreaterThan(0.8)
  })
})
