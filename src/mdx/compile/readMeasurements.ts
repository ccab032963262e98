/** Reads content/recordings: one folder per widget, and trials.json for what was measured beside the figures. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { decodeRecording, type Recording } from '../../lab/recording.ts'
import { published } from '../../lab/recordingSettings.ts'
import type { Measurements, Trial } from './measuredValue.ts'

export const recordingsFolder = 'content/recordings'

const missing = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error
  return null
}

async function readRecording(file: string): Promise<Recording> {
  try {
    return decodeRecording(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new Error(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

/** Paths of all files there, from `root`. */
export async function recordingFiles(root: string): Promise<string[]> {
  const found = await readdir(path.join(root, recordingsFolder), { recursive: true }).catch(missing)
  return (found ?? [])
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.join(recordingsFolder, name))
    .sort()
}

export async function readMeasurements(root: string): Promise<Measurements> {
  const recordings = new Map<string, Recording>()
  const trials = new Map<string, Trial>()
  for (const file of await recordingFiles(root)) {
    const [widget = '', name] = path
      .relative(recordingsFolder, file)
      .replace(/\.json$/, '')
      .split(path.sep)
    if (name !== undefined) {
      const recording = await readRecording(path.join(root, file))
      recordings.set(name === published ? widget : `${widget}/${name}`, recording)
    } else if (widget === 'trials') {
      const all = JSON.parse(await readFile(path.join(root, file), 'utf8')) as Record<string, Trial>
      for (const [trial, values] of Object.entries(all)) trials.set(`trials/${trial}`, values)
    }
  }
  return { recordings, trials }
}
