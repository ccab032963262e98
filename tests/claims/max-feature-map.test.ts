/**
 * The trial that the chapter mentions beside its figures: two hidden layers of maxout units with two pieces each (over
 * channels, a max-feature-map) against ReLU networks, on 500 digits.
 */
import { expect, it } from 'vitest'
import { matchedRelu, maxFeatureMaps } from '../../src/cli/trials/max-feature-map.ts'
import { engine } from '../../src/nn/engine.ts'
import { summary } from '../runExperiment.ts'

it('a max-feature-map cannot be told from a ReLU network with as many parameters', async () => {
  await engine.use('wasm')
  const [maps, matched] = [maxFeatureMaps(), matchedRelu()]
  console.log(`test accuracy, MFM of 64, ${maps.parameters} parameters: ${summary(maps.accuracies)}`)
  console.log(`test accuracy, ReLU of 105, ${matched.parameters} parameters: ${summary(matched.accuracies)}`)
  expect(Math.abs(maps.parameters / matched.parameters - 1)).toBeLessThan(0.01)
  const differences = maps.accuracies.map((value, seed) => value - matched.accuracies[seed]!)
  console.log(`MFM - ReLU, seed by seed: ${differences.map((each) => each.toFixed(3)).join(', ')}`)
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length
  const variance = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (differences.length - 1)
  // Student's t for five pairs: beyond 2.78 in one trial of twenty where there is no difference.
  expect(Math.abs(mean) / Math.sqrt(variance / differences.length)).toBeLessThan(2.78)
})
