/**
 * Every recording that the book ships is one of this very book: same setups, and the same numbers over its first
 * steps. recordings.test.ts runs them whole. When one fails: npm run record, and read what the text says now.
 */
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { mostBytes } from '../../src/cli/record.ts'
import { compact, planned, runPlanned, settingsOf } from '../../src/cli/recordings.ts'
import { runTrial, trialNames } from '../../src/cli/trials.ts'
import { versionsAt } from '../../src/cli/versions.ts'
import { loadSetup } from '../../src/cli/widgets.ts'
import { decodeRecording, encodeRecording, misfit } from '../../src/lab/recording.ts'
import { published } from '../../src/lab/recordingSettings.ts'
import { readMeasurements, recordingFiles, recordingsFolder } from '../../src/mdx/compile/readMeasurements.ts'
import { engine } from '../../src/nn/engine.ts'
import { disagreements } from './recorded.ts'

const runs = await planned()
const fileOf = ({ widget, name }: (typeof runs)[number]) => `${recordingsFolder}/${widget}/${name}.json`
const { trials } = await readMeasurements(process.cwd())
/** As many steps are made again. */
const first = 20
/** More networks at once than a quick test can train. */
const many = 10

it('nothing is kept that nobody asks for', async () => {
  const expected = [...runs.map(fileOf), `${recordingsFolder}/trials.json`]
  expect(await recordingFiles(process.cwd())).toEqual(expected.toSorted())
})

describe.each(runs.map((run) => [`${run.widget}/${run.name}`, run] as const))('%s', (_, run) => {
  it('is of the settings that are listed, with the versions of this book, and small', async () => {
    const text = await readFile(fileOf(run), 'utf8')
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

const quick = runs.filter(({ settings }) => (settings.seeds?.length ?? 0) <= many)

describe.each(quick.map((run) => [`${run.widget}/${run.name}`, run] as const))('%s', (_, run) => {
  it('begins as it did', async () => {
    const recording = decodeRecording(await readFile(fileOf(run), 'utf8'))
    const longest = Object.values(recording.variants).toSorted((a, b) => b.steps.length - a.steps.length)[0]!
    const steps = longest.steps.find((step) => step >= first) ?? recording.steps
    const fresh = await runPlanned(run, { engine, versions: recording.versions, steps })
    expect(disagreements(compact(fresh), recording)).toEqual([])
  })
})

it('trials without training measure what they did', async () => {
  const name = 'untrained-layers'
  expect(trialNames).toContain(name)
  expect(await runTrial(name, engine)).toEqual(trials.get(`trials/${name}`))
})
