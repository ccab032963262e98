/** The front matter of a chapter: its schema, and reading it without compiling the text. */
import * as v from 'valibot'
import type { VFile } from 'vfile'
import { LineCounter, parseDocument } from 'yaml'

const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'))
const wholeNumber = (least: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be at least ${least}`),
  )

const schema = v.strictObject(
  {
    /** Also the heading of the page. */
    title: text,
    /** One or two sentences under the title. */
    summary: text,
    /** The chapter's number. */
    order: wholeNumber(1),
    /** Slugs of the chapters that this one builds on. */
    requires: v.array(text, 'must be a list of slugs, such as [activations]'),
    /** Reading time. */
    minutes: wholeNumber(1),
    /** Day of the last revision, YYYY-MM-DD. */
    revised: v.pipe(
      v.string('must be a day such as 2026-11-20'),
      v.isoDate('must be a day such as 2026-11-20'),
    ),
  },
  (issue) => (issue.received === 'undefined' ? 'is missing' : `is not a field that front matter has`),
)

export type ChapterMeta = v.InferOutput<typeof schema>

const lectureSchema = v.strictObject(
  {
    /** How long the lecture is planned to take. */
    minutes: wholeNumber(1),
  },
  schema.message,
)

export type LectureMeta = v.InferOutput<typeof lectureSchema>

/** Reads the front matter of a chapter's source. Mistakes are noted in `file`; `null` if there are any. */
export const readFrontMatter = (source: string, file: VFile): ChapterMeta | null => read(schema, source, file)

/** The same of a lecture. */
export const readLectureMatter = (source: string, file: VFile): LectureMeta | null =>
  read(lectureSchema, source, file)

function read<S extends typeof schema | typeof lectureSchema>(
  expected: S,
  source: string,
  file: VFile,
): v.InferOutput<S> | null {
  const fields = Object.keys(expected.entries).join(', ')
  const block = /^---\r?\n([\s\S]*?)\r?\n---\s*(\r?\n|$)/.exec(source)
  if (!block) {
    file.message(
      `Front matter is missing. Start the file with a block between --- lines that gives ${fields}.`,
      {
        place: { line: 1, column: 1 },
      },
    )
    return null
  }
  const lines = new LineCounter()
  const document = parseDocument(block[1]!, { lineCounter: lines })
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0])
    file.message(`Front matter is not valid YAML: ${error.message.split('\n')[0]}`, {
      place: { line: line + 1, column: col },
    })
  }
  if (document.errors.length > 0) return null
  const result = v.safeParse(expected, document.toJS())
  if (result.success) return result.output
  for (const issue of result.issues) {
    const name = v.getDotPath(issue)?.split('.')[0] ?? 'front matter'
    const row = block[1]!.split('\n').findIndex((line) => line.startsWith(`${name}:`))
    file.message(`Front matter: "${name}" ${issue.message}. The fields are ${fields}.`, {
      place: { line: row < 0 ? 1 : row + 2, column: 1 },
    })
  }
  return null
}
