/** Every number that the text quotes: a fresh run still agrees with the recording that it comes from. */
import { describe, expect, it } from 'vitest'
import { compact, planned, runPlanned } from '../../src/cli/recordings.ts'
import { runTrial, trialNames } from '../../src/cli/trials.ts'
import { decodeRecording } from '../../src/lab/recording.ts'
import { published } from '../../src/lab/recordingSettings.ts'
import { readMeasurements } from '../../src/mdx/compile/readMeasurements.ts'
import { engine } from '../../src/nn/engine.ts'
import { disagreements, quoted, readRecording } from './recorded.ts'

const { trials } = await readMeasurements(process.cwd())
const runs = await planned()

describe.each(runs.map((run) => [`${run.widget}/${run.name}`, run] as const))('%s', (name, run) => {
  it('measures what is quoted of it', async () => {
    const from = run.name === published ? run.widget : name
    const recording = decodeRecording(await readRecording(run))
    const fresh = await runPlanned(run, { engine, versions: recording.versions })
    expect(disagreements(compact(fresh), recording, quoted(from))).toEqual([])
    const lost = (of: typeof recording) =>
      Object.values(of.variants).map(({ diverged }) => diverged.filter((step) => step !== null).length)
    expect(lost(fresh)).toEqual(lost(recording))
  })
})

it.each(trialNames)('trial %s measures what it did', async (name) => {
  const recorded = trials.get(`trials/${name}`)
  if (!recorded) throw new Error(`There is no recording of trial ${name}. Make it: npm run record -- trials`)
  const { format, values } = await runTrial(name, engine)
  expect(format).toBe(recorded.format)
  for (const [key, list] of Object.entries(values))
    list.forEach((value, seed) =>
      expect(Math.abs(value - recorded.values[key]![seed]!)).toBeLessThanOrEqual(
        format === 'percent' ? 0.02 : 1e-3 * Math.abs(value),
      ),
    )
})
