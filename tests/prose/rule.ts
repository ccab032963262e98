/** What the prose of the book is held to. A rule reads one chapter and says where it is broken and what to do. */
import type { Chapter } from './text/chapters.ts'

export interface Finding {
  line: number
  /** What was found and what to do. */
  reason: string
}

/** @param book all chapters, this one among them, in their order. */
export type Rule = (chapter: Chapter, book: readonly Chapter[]) => Finding[]

/** As the build prints mistakes: `content/en/activations.mdx:31: ...`, in the order of the lines. */
export const printed = ({ path }: Chapter, findings: readonly Finding[]): string[] =>
  findings.toSorted((a, b) => a.line - b.line).map(({ line, reason }) => `${path}:${line}: ${reason}`)
