/** The command itself, as a shell starts it. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runExperiment } from '../../tests/runExperiment.ts'
import experiment from '../widgets/one-bend/train.ts'

const script = path.resolve(import.meta.dirname, '../../scripts/lab.mjs')

const lab = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

interface Result {
  widget: string
  config: Record<string, unknown>
  backend: string
  steps: number
  seeds: number[]
  variants: Record<
    string,
    {
      metrics: Record<
        string,
        { last: (number | null)[]; history: { step: number; values: (number | null)[] }[] }
      >
      diverged: (number | null)[]
    }
  >
}

describe('npm run lab', () => {
  it('prints one JSON object and nothing else, with the numbers that the figure gets', async () => {
    const words = ['one-bend', '--set', 'depth=1', 'units=4', '--variants', 'relu', '--seeds', '0,3']
    const { status, stdout, stderr } = lab(...words, '--steps', '10', '--backend', 'cpu', '--json')
    expect([status, stderr]).toEqual([0, ''])
    const result = JSON.parse(stdout) as Result
    expect(Object.keys(result)).toEqual(['widget', 'config', 'backend', 'steps', 'seeds', 'variants'])
    expect(result).toMatchObject({ widget: 'one-bend', backend: 'cpu', steps: 10, seeds: [0, 3] })
    expect(result.config).toMatchObject({ depth: 1, units: 4, data: 'spirals' })
    const { relu } = await runExperiment(experiment, {
      config: { depth: 1, units: 4 },
      variants: ['relu'],
      seeds: [0, 3],
      steps: 10,
      backend: 'cpu',
    })
    const { metrics, diverged } = result.variants['relu']!
    expect(diverged).toEqual([null, null])
    expect(metrics['loss']!.last).toEqual(relu.metrics.loss.at(-1))
    expect(metrics['loss']!.history.map(({ step }) => step)).toEqual([0, 8, 10])
    expect(metrics['loss']!.history.map(({ values }) => values)).toEqual(relu.metrics.loss)
  })

  it('prints a table, and says which seeds diverged', () => {
    const words = ['kill-a-relu', '--variants', 'leakyHigh', '--seeds', '0,1', '--steps', '12']
    const { status, stdout } = lab(...words)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^kill-a-relu: as published; 12 steps, seeds 0, 1, wasm\n\nvariant +metric +mean/)
    expect(stdout).toMatch(/leakyHigh diverged: seed 0 at step \d+, seed 1 at step \d+\n$/)
    const json = JSON.parse(lab(...words, '--json').stdout) as Result
    expect(json.variants['leakyHigh']!.metrics['loss']!.last).toEqual([null, null])
  })

  it('names the widgets and describes one', () => {
    expect(lab('--list').stdout.split('\n')).toContain('activation-race')
    const described = JSON.parse(lab('--describe', 'one-bend').stdout) as Record<string, unknown>
    expect(described).toMatchObject({
      widget: 'one-bend',
      config: { depth: { kind: 'range', min: 1, max: 4, default: 2 }, data: { kind: 'choice' } },
      seeds: [0, 1, 2, 3, 4],
    })
    expect(Object.keys(described['variants'] as object)).toEqual(['linear', 'tanh', 'relu'])
  })

  it('says a mistake in one sentence, with exit code 2 and no output', () => {
    for (const [words, sentence] of [
      [['one-bnd'], 'There is no widget called "one-bnd"; there are activation-microscope, activation-race,'],
      [['one-bend', '--set', 'depth=9'], 'depth cannot be "9": it is a whole number from 1 to 4.'],
    ] as const) {
      const { status, stdout, stderr } = lab(...words)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toContain(sentence)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })
})
