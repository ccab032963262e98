/** Why it broke, as a reader sees it: real runs of two published figures, and the words above them. */
import { expect, onTestFinished, test } from 'vitest'
import { createRun } from '../../src/lab/run.ts'
import type { Experiment } from '../../src/lab/experiment.ts'
import type { Run } from '../../src/lab/runState.ts'
import { engine } from '../../src/nn/engine.ts'
import { diagnosisOf } from '../../src/ui/figure/diagnoses.ts'
import { strips } from '../../src/ui/figure/strips.ts'
import killARelu from '../../src/widgets/kill-a-relu/train.ts'
import oneBend from '../../src/widgets/one-bend/train.ts'
import { createWorkplace, eventually } from '../lab/bench.ts'

/** To its end. */
async function finished(experiment: Experiment, config: Record<string, number>): Promise<Run> {
  const run = createRun({
    widget: 'figure',
    setup: experiment.setup,
    client: createWorkplace({ figure: experiment }, engine).client,
    initial: { backend: 'wasm', seeds: [0, 1], config },
  })
  onTestFinished(() => run.dispose())
  run.setSpeed('all')
  run.run()
  await eventually(() => ['done', 'failed'].includes(run.getState().status))
  return run
}

test('a run that learns is left alone', async () => {
  expect(strips(await finished(oneBend, { epochs: 40 }), diagnosisOf)).toEqual([])
})

test('dead and diverged variants are explained, each with a button that starts what helps', async () => {
  const run = await finished(killARelu, { steps: 100 })
  const [diverged, dead, ...others] = strips(run, diagnosisOf)
  expect(others).toEqual([])
  expect(diverged?.lead).toMatch(/^Leaky, high stopped at epoch .*NaN/)
  expect(diverged?.rest).toMatch(/rate of 2/)
  expect(dead?.lead).toBe('ReLU, high does not learn.')
  expect(dead?.rest).toMatch(/inactive/)
  for (const strip of [diverged, dead]) {
    const [way] = strip?.acts ?? []
    expect(way?.label).toMatch(/^Try /)
    expect(way?.act).toMatchObject({ kind: 'remedy', change: { config: { highRate: expect.any(Number) } } })
  }
  // The rate was changed on the way, and the layers have not been looked at again.
  const config = { ...run.getState().config, highRate: 3 }
  const changed: Run = { ...run, getState: () => ({ ...run.getState(), config }) }
  // No field has the rate that was too high any more, so there is none to lower.
  expect(strips(changed, diagnosisOf)[0]?.acts.map(({ act }) => act.kind)).toEqual(['see'])
})
