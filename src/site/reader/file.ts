/** The record as a file: what is saved, and what is made of a file that is brought. */
import { download } from '../../ui/download.ts'
import { parseRecord, type Parsed } from './parse.ts'
import type { ReaderRecord } from './record.ts'

/** A whole book with every answer at its longest stays below this. */
const largest = 4 * 1024 * 1024

/** Readable, so that a reader can see what is in it. */
export const toFile = (record: ReaderRecord, now: Date): { name: string; text: string } => ({
  name: `watch-it-learn-${now.toISOString().slice(0, 10)}.json`,
  text: `${JSON.stringify({ book: 'Watch It Learn', saved: now.toISOString(), ...record }, null, 2)}\n`,
})

/** Never throws: a file that cannot be read is a file that is no record. */
export const fromFile = async (file: Pick<File, 'size' | 'text'>, now: number): Promise<Parsed> => {
  if (file.size > largest)
    return {
      record: null,
      why: `has ${Math.round(file.size / 1024 / 1024)} MB, and a record of reading is never larger than ${largest / 1024 / 1024} MB`,
    }
  try {
    return parseRecord(await file.text(), now)
  } catch {
    return { record: null, why: 'could not be opened' }
  }
}

/** Offers `text` as a download. */
export const saveText = (name: string, text: string): void =>
  download(name, new Blob([text], { type: 'application/json' }))
