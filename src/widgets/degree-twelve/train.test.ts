import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { runExperiment } from '../../../tests/runExperiment.ts'
import { penalties } from './config.ts'
import { drawPoints, evaluate, fitPolynomial, testError, trainingError } from './polynomials.ts'
import experiment from './train.ts'

describe('degree-twelve', () => {
  keepsTheContract(experiment, { config: { degree: 6 }, steps: 6 })

  it('adds points to the same ones, and draws places and noise apart', () => {
    const [few, many] = [drawPoints(4, 10, 0.3), drawPoints(4, 40, 0.3)]
    expect(many.x.slice(0, 10)).toEqual(few.x)
    expect(many.y.slice(0, 10)).toEqual(few.y)
    const quiet = drawPoints(4, 10, 0)
    expect([...quiet.x]).toEqual([...few.x])
    quiet.y.forEach((y, i) => expect(y).toBeCloseTo(Math.sin(Math.PI * quiet.x[i]!), 12))
  })

  it('fits a polynomial exactly where the points lie on one', () => {
    const x = drawPoints(1, 15, 0).x
    const y = x.map((value) => 2 - value + 0.5 * value ** 3)
    const weights = fitPolynomial({ x, y }, 3, 0)
    ;[2, -1, 0, 0.5].forEach((weight, k) => expect(weights[k]).toBeCloseTo(weight, 10))
    expect(evaluate(weights, Float64Array.of(2))[0]).toBeCloseTo(4, 9)
  })

  it('adds the penalty to the mean of the squares, so that the same points twice change nothing', () => {
    const { x, y } = drawPoints(2, 15, 0.3)
    const once = fitPolynomial({ x, y }, 5, 0.01)
    const twice = fitPolynomial({ x: Float64Array.of(...x, ...x), y: Float64Array.of(...y, ...y) }, 5, 0.01)
    once.forEach((weight, k) => expect(twice[k]).toBeCloseTo(weight, 8))
  })

  it('measures the test error against the sine: for the constant 0 it is one half', () => {
    expect(testError(Float64Array.of(0))).toBeCloseTo(0.5, 2)
    const points = drawPoints(0, 15, 0.3)
    const mean = points.y.reduce((sum, y) => sum + y, 0) / 15
    const spread = points.y.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 15
    expect(trainingError(fitPolynomial(points, 0, 0), points)).toBeCloseTo(spread, 12)
  })

  it('never has more training error at a higher degree, and least without a penalty', async () => {
    const { none, weak, strong } = await runExperiment(experiment)
    const [free, small, large] = [none, weak, strong].map(({ metrics }) => metrics.trainingError)
    free!.forEach((values, degree) =>
      values.forEach((error, seed) => {
        const before = free![Math.max(0, degree - 1)]![seed]!
        for (const more of [before, small![degree]![seed]!, large![degree]![seed]!])
          expect(error).toBeLessThanOrEqual(more + 1e-9)
      }),
    )
  })

  it('passes through 15 points from degree 14 on, which counts as a millionth', async () => {
    const { none } = await runExperiment(experiment, { variants: ['none'], config: { degree: 16 } })
    for (const degree of [14, 15, 16]) expect(none.metrics.trainingError[degree]).toEqual(Array(5).fill(1e-6))
    for (const error of none.metrics.trainingError[13]!) expect(error).toBeGreaterThan(1e-6)
  })

  it('shows the first seed, and the test error for each penalty, which at its own is that of the variant', async () => {
    const view = await viewAt(experiment, 'weak', 12)
    expect(view.fit.points).toHaveLength(30)
    expect(view.fit.fit.every((value) => Math.abs(value) <= 10)).toBe(true)
    const { weak } = await runExperiment(experiment, { variants: ['weak'], seeds: [0] })
    const place = penalties.findIndex((lambda) => Math.abs(Math.log(lambda / 1e-3)) < 1e-6)
    expect(view.byPenalty[place]! / weak.metrics.testError.at(-1)![0]!).toBeCloseTo(1, 5)
  })
})
