/** `npm run record`: runs what the book keeps and writes content/recordings. The same bytes whenever it is run. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { encodeRecording } from '../lab/recording.ts'
import { engine } from '../nn/engine.ts'
import { UsageError } from './command.ts'
import type { Streams } from './lab.ts'
import { progressBar } from './progress.ts'
import { compact, planned, runPlanned, type Planned } from './recordings.ts'
import { runTrial, trialNames, type TrialResult } from './trials.ts'
import { versionsAt } from './versions.ts'

/** Bytes of a figure's recording as a server sends it. */
export const mostBytes = 150_000

const help = `npm run record                     makes all recordings of the book again
npm run record -- one-bend         those of one widget (or of several)
npm run record -- one-bend/published   one of them
npm run record -- trials           what was measured beside the figures`

/** @returns what was written, in words. */
async function record(run: Planned, root: string, error: Streams['error']): Promise<string> {
  const label = `${run.widget}/${run.name}`
  const versions = versionsAt(root)
  let bar: ReturnType<typeof progressBar> | undefined
  const started = performance.now()
  try {
    const recording = await runPlanned(run, {
      engine,
      versions,
      progress(step) {
        bar ??= progressBar(error, label, step)
        bar.show(step)
      },
    })
    const text = encodeRecording(compact(recording))
    const bytes = gzipSync(text, { level: 9 }).length
    if (bytes > mostBytes)
      throw new Error(
        `${label} takes ${bytes} bytes, more than ${mostBytes}. Make its views smaller in src/widgets/${run.widget}/train.ts.`,
      )
    const file = path.join('content/recordings', run.widget, `${run.name}.json`)
    await mkdir(path.dirname(path.join(root, file)), { recursive: true })
    await writeFile(path.join(root, file), text)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    return `${file}: ${(bytes / 1000).toFixed(1)} kB gzip, ${seconds} s`
  } finally {
    bar?.clear()
  }
}

/** What is measured beside the figures, all in one file. */
async function recordTrials(root: string): Promise<string> {
  const results: Record<string, TrialResult> = {}
  for (const name of trialNames) results[name] = await runTrial(name, engine)
  const file = path.join('content/recordings', 'trials.json')
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), `${JSON.stringify(results, null, 1)}\n`)
  return `${file}: ${trialNames.length} trials`
}

/** @returns the exit code: 0, 2 for words that cannot be understood, 1 for a run that failed. */
export async function main(argv: readonly string[], { out, error }: Streams): Promise<number> {
  try {
    if (argv.includes('--help') || argv.includes('-h')) {
      out.write(`${help}\n`)
      return 0
    }
    const root = process.cwd()
    const runs = argv.filter((word) => word !== 'trials')
    if (runs.length > 0 || argv.length === 0)
      for (const run of await planned(runs)) out.write(`${await record(run, root, error)}\n`)
    if (runs.length < argv.length || argv.length === 0) out.write(`${await recordTrials(root)}\n`)
    return 0
  } catch (problem) {
    error.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    return problem instanceof UsageError ? 2 : 1
  }
}
