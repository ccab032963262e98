import { expect, it } from 'vitest'
import experiment from '../../src/widgets/born-dead/train.ts'
import { final, runExperiment, summary } from '../runExperiment.ts'

it('C09: narrow deep ReLU networks are born dead, wide ones are not (1000 networks each)', async () => {
  const results = await runExperiment(experiment)
  const share = (variant: keyof typeof results) => {
    const perSeed = final(results[variant].metrics.deadShare)
    const all = perSeed.reduce((sum, value) => sum + value, 0) / perSeed.length
    console.log(
      `C09 born dead at depth 10, ${variant}: ${all.toFixed(3)} of 1000; per 200: ${summary(perSeed)}`,
    )
    return all
  }
  const [w2, w3, w4, w8, w16] = [
    share('width2'),
    share('width3'),
    share('width4'),
    share('width8'),
    share('width16'),
  ]
  expect(w2).toBeGreaterThan(0.85)
  expect(w8).toBeLessThan(0.05)
  expect(w16).toBe(0)
  expect(w2 > w3 && w3 > w4 && w4 > w8).toBe(true)
})
