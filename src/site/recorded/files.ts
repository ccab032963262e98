/** The files of all recorded plots: what the build writes into the site, and what development answers with. */
import { recordedWidgets, recordingOf } from './recordings.ts'
import { plotsFile, type PlotsFile } from './plotsFile.tsx'

/** A figure stands in its chapter, in a page for frames, and in the index of search. */
const made = new Map<string, PlotsFile | null>()

/** Null for a figure that is not recorded yet, and for one whose recording is a film. */
export function plotsFileOf(widget: string): PlotsFile | null {
  const known = made.get(widget)
  if (known !== undefined) return known
  const recorded = recordingOf(widget)
  const file = recorded && !recorded.setup.film ? plotsFile(recorded.recording, recorded.setup) : null
  made.set(widget, file)
  return file
}

export const plotsFiles = (): PlotsFile[] => recordedWidgets().flatMap((widget) => plotsFileOf(widget) ?? [])

/** The content of the file of that name, from the root of the site; null if there is none. */
export function recordedFile(name: string): string | null {
  const [, widget] = /^assets\/recorded-([\w-]+)-[\w-]{8}\.svg$/.exec(name) ?? []
  const file = widget === undefined ? null : plotsFileOf(widget)
  return file?.name === name ? file.content : null
}
