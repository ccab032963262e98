/** Author mistakes: collected while a chapter compiles, reported together with file, line and the fix. */
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** Notes a mistake at `node`. `reason` says what was expected, what was found and what to do. */
export const report = (file: VFile, node: Node | undefined, reason: string): void => {
  file.message(reason, { place: node?.position })
}

export interface Mistake {
  line: number
  column: number
  reason: string
}

/** Some parsers give the place at the end of the sentence only: "(9:1-9:8)". */
const toMistake = ({ line, column, reason, cause }: VFileMessage): Mistake => {
  const place = /\((\d+):(\d+)-/.exec(reason)
  const why = cause instanceof Error && !reason.includes(cause.message) ? `: ${cause.message}` : ''
  return {
    line: line ?? Number(place?.[1] ?? 1),
    column: column ?? Number(place?.[2] ?? 1),
    reason: reason + why,
  }
}

/** Fails a build; its message has one line per mistake: `path:line:column: reason`. */
export class AuthorError extends Error {
  override name = 'AuthorError'
  readonly path: string
  readonly mistakes: readonly Mistake[]

  constructor(path: string, messages: readonly VFileMessage[]) {
    const mistakes = messages.map(toMistake).sort((a, b) => a.line - b.line)
    super(mistakes.map(({ line, column, reason }) => `${path}:${line}:${column}: ${reason}`).join('\n'))
    this.path = path
    this.mistakes = mistakes
  }
}

/** Number of single-character edits between two words. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]!
}

/** The advice that ends an "unknown name" message: the likeliest meaning, or everything there is. */
export const suggest = (name: string, known: Iterable<string>): string => {
  const names = [...known]
  if (names.length === 0) return 'There are none yet.'
  const [nearest] = names
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)
  if (nearest && nearest.edits <= Math.max(2, name.length / 3)) return `Did you mean "${nearest.candidate}"?`
  return `There are: ${names.sort().join(', ')}.`
}
