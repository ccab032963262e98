import { beforeAll, describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { defaults } from '../../lab/config.ts'
import { engine } from '../../nn/engine.ts'
import setup from './config.ts'
import experiment from './train.ts'

describe('winning-ticket', () => {
  keepsTheContract(experiment, { config: { rounds: 2, updates: 20 }, steps: 43 })

  beforeAll(() => engine.use('wasm'))

  it('cuts the same share of each layer in every round, and its pictures say where', async () => {
    const config = { rounds: 2, updates: 20, cut: 0.5 }
    for (const variant of ['rewound', 'anew', 'shuffled'] as const) {
      const { starts, pixels } = await viewAt(experiment, variant, 41, config)
      expect(starts.layers[0]!.counts.reduce((sum, count) => sum + count, 0)).toBe(144 * 100 * 0.25)
      expect(pixels.values.reduce((sum, value) => sum + value, 0) / 144).toBeCloseTo(1, 5)
    }
    const masks = await Promise.all(
      (['rewound', 'anew', 'shuffled'] as const).map((variant) => viewAt(experiment, variant, 41, config)),
    )
    expect(masks[1]!.pixels).toEqual(masks[0]!.pixels)
    expect(masks[2]!.pixels).not.toEqual(masks[0]!.pixels)
  })

  it('goes on in the middle of a round where the mask was found at once', async () => {
    const config = { ...defaults(setup.config), how: 'atOnce', rounds: 2, updates: 20 } as const
    const run = experiment.train({ config, variant: 'anew', seeds: [0] })
    await run.next()
    const middle = (await run.next(30)).value
    const from = await middle?.save?.()
    const end = (await run.next(30)).value
    const whole = await end?.measure()
    await run.return()
    const again = experiment.train({ config, variant: 'anew', seeds: [0], from })
    await again.next()
    const resumed = (await again.next(30)).value
    expect(resumed?.step).toBe(60)
    expect(await resumed?.measure()).toEqual(whole)
    await again.return()
  })
})
