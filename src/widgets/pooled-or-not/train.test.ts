import { describe, expect, it } from 'vitest'
import { keepsTheContract, viewAt } from '../../../tests/experimentContract.ts'
import { final, runExperiment } from '../../../tests/runExperiment.ts'
import { engine } from '../../nn/engine.ts'
import { defaults } from '../../lab/config.ts'
import type { VariantOf } from '../../lab/setup.ts'
import setup from './config.ts'
import { parametersOf, size, sizesOf } from './networks.ts'
import experiment from './train.ts'

const variants = Object.keys(setup.variants) as VariantOf<typeof setup>[]
const config = { steps: 100 }
const published = { ...defaults(setup.config), ...config }

describe('pooled-or-not', () => {
  keepsTheContract(experiment, { config, steps: 4 })

  it('has the parameters that it says', async () => {
    await engine.use('cpu')
    for (const head of ['flatten', 'globalAverage'] as const)
      for (const variant of variants) {
        const frames = experiment.train({ config: { ...published, head }, variant, seeds: [0] })
        const saved = await (await frames.next()).value!.save!()
        await frames.return()
        // Parameters, and two moments of Adam for each.
        const all = saved.tensors.reduce((sum, { length }) => sum + length, 0)
        expect(all / 3).toBe(parametersOf(variant, head))
      }
  })

  it('counts parameters by hand: without pooling the dense layer is sixteen times as large', () => {
    const dense = (variant: (typeof variants)[number]) => sizesOf(variant, 'flatten').at(-1)!.parameters - 10
    expect(dense('none')).toBe(16 * dense('max'))
    expect(variants.map((variant) => parametersOf(variant, 'flatten'))).toEqual([
      24298, 2698, 2698, 2698, 2698,
    ])
    expect(variants.map((variant) => parametersOf(variant, 'globalAverage'))).toEqual(Array(5).fill(1418))
  })

  it.each(['strided', 'stochastic'] as const)('learns: %s', async (variant) => {
    const options = { config: { steps: 200 }, variants: [variant], seeds: [0], measureEvery: 200 }
    const { metrics } = (await runExperiment(experiment, options))[variant]
    expect(metrics.trainingError[0]![0]).toBeGreaterThan(0.6)
    expect(final(metrics.trainingError)[0]).toBeLessThan(0.15)
    expect(final(metrics.testError)[0]).toBeLessThan(0.6)
  })

  it('starts all from the same convolutions, and those with as many weights from the same dense layer', async () => {
    await engine.use('cpu')
    const starts = new Map<string, readonly Float32Array[]>()
    for (const variant of variants) {
      const frames = experiment.train({ config: published, variant, seeds: [3] })
      const { tensors } = await (await frames.next()).value!.save!()
      await frames.return()
      starts.set(variant, tensors)
    }
    const max = starts.get('max')!
    for (const variant of ['strided', 'average', 'stochastic']) expect(starts.get(variant)).toEqual(max)
    expect(starts.get('none')!.slice(0, 4)).toEqual(max.slice(0, 4))
    expect(starts.get('none')![4]).toHaveLength(16 * max[4]!.length)
  })

  it('shows what goes into the dense layer', async () => {
    const shown = async (variant: (typeof variants)[number]) => {
      const { maps } = await viewAt(experiment, variant, 0, config)
      return maps.values.filter((value) => !Number.isNaN(value))
    }
    expect(await shown('none')).toHaveLength(16 * size ** 2)
    const pooled = await shown('max')
    expect(pooled).toHaveLength(16 * 9)
    expect(Math.min(...pooled)).toBe(0)
    expect(Math.max(...pooled)).toBeGreaterThan(0)
  })
})
