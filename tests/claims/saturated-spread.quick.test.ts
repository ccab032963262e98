/** The spread of the sums of saturated units, as the chapter prints it beside its figures. */
import { expect, it } from 'vitest'
import { saturated } from '../../src/cli/trials/untrained-layers.ts'
import { engine } from '../../src/nn/engine.ts'
import { rootMeanSquare } from '../../src/nn/metrics.ts'
import { agreement, chapter } from './chapter.ts'

it('tanh with N(0, 1) weights: the sums of a unit spread as the text says', async () => {
  await engine.use('wasm')
  const says = 'so its standard deviation is {}.'
  const values = saturated(({ z }) => rootMeanSquare(z))
  expect(agreement({ what: 'sd of z', says, values }, chapter('activations'))).toBe('holds')
})
