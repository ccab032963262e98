/**
 * Every recording that the book ships is one of this very book: same setups, and the same numbers over its first
 * steps. recordings.test.ts runs them whole. When one fails: npm run record, and read what the text says now.
 */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { mostBytes } from '../../src/cli/record.ts'
import { compact, planned, runPlanned, settingsOf } from '../../src/cli/recordings.ts'
import { quickTrials, runTrial, trialNames } from '../../src/cli/trials.ts'
import { versionsAt } from '../../src/cli/versions.ts'
import { loadSetup } from '../../src/cli/widgets.ts'
import { decodeRecording, encodeRecording, misfit } from '../../src/lab/recording.ts'
import { published } from '../../src/lab/recordingSettings.ts'
import { readMeasurements, recordingFiles, recordingsFolder } from '../../src/mdx/compile/readMeasurements.ts'
import { engine } from '../../src/nn/engine.ts'
import { disagreements, fileOf, readRecording } from './recorded.ts'

const runs = await planned()
const { trials } = await readMeasurements(process.cwd())
/** As many steps are made again, and on to the next measurement. */
const first = 5
/** Milliseconds: thirty layers take their time. */
const patience = 180_000
/** More networks at once than a quick test can train. */
const many = 10

it('nothing is kept that nobody asks for', async () => {
  const expected = [...runs.map(fileOf), `${recordingsFolder}/trials.json`]
  const kept = await recordingFiles(process.cwd())
  expect(kept.filter((file) => !expected.includes(file))).toEqual([])
})

describe.each(runs.map((run) => [`${run.widget}/${run.name}`, run] as const))('%s', (_, run) => {
  it('is of the settings that are listed, with the versions of this book, and small', async () => {
    const text = await readRecording(run)
    const recording = decodeRecording(text)
    const setup = await loadSetup(run.widget)
    const { config, variants, seeds, steps, backend } = settingsOf(setup, run.settings)
    expect(recording).toMatchObject({ config, seeds, steps, backend, versions: versionsAt(process.cwd()) })
    expect(Object.keys(recording.variants)).toEqual(variants)
    expect(run.name === published ? misfit(recording, setup) : null).toBeNull()
    expect(encodeRecording(compact(recording))).toBe(text)
    expect(gzipSync(text).length).toBeLessThan(mostBytes)
  })
})

const seeds = await Promise.all(
  runs.map(async ({ widget, settings }) => settingsOf(await loadSetup(widget), settings).seeds.length),
)
const quick = runs.filter((_, i) => seeds[i]! <= many)

describe.each(quick.map((run) => [`${run.widget}/${run.name}`, run] as const))('%s', (_, run) => {
  it('begins as it did', { timeout: patience }, async () => {
    const recording = decodeRecording(await readRecording(run))
    const longest = Object.values(recording.variants).toSorted((a, b) => b.steps.length - a.steps.length)[0]!
    const steps = longest.steps.find((step) => step >= first) ?? recording.steps
    const fresh = await runPlanned(run, { engine, versions: recording.versions, steps })
    expect(disagreements(compact(fresh), recording)).toEqual([])
  })
})

it('all trials are measured, and nothing else', () => {
  expect([...trials.keys()].toSorted()).toEqual(trialNames.map((name) => `trials/${name}`))
})

it.each(await quickTrials())('trial %s, which trains nothing, measures what it did', async (name) => {
  expect(await runTrial(name, engine)).toEqual(trials.get(`trials/${name}`))
})
