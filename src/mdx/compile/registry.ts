/** The anchors of one chapter: every id once, and what a reference to it is called. */
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { report } from './problems.ts'

export interface Target {
  href: string
  /** "Figure 1.2", "(1.3)" */
  label: string
}

/** Ids that the page itself uses. */
const reserved = ['text', 'contents', 'references', 'themes']

export class Registry {
  private readonly lines = new Map<string, number>(reserved.map((id) => [id, 0]))
  /** By the name in `<Ref to>`: `fig:race`, `eq:chain`, `sec:why-a-bend`, `ex:deep`. */
  readonly targets = new Map<string, Target>()
  private readonly file: VFile

  constructor(file: VFile) {
    this.file = file
  }

  get ids(): Iterable<string> {
    return this.lines.keys()
  }

  has(id: string): boolean {
    return this.lines.has(id)
  }

  /** Takes `id` for `node`; a second owner is an author's mistake. */
  declare(id: string, node: Node): void {
    const line = this.lines.get(id)
    if (line === 0) report(this.file, node, `The id "${id}" is used by the page itself. Choose another.`)
    else if (line !== undefined)
      report(this.file, node, `The id "${id}" is already used in line ${line}. Change one of them.`)
    else this.lines.set(id, node.position?.start.line ?? 1)
  }
}

/** A heading's words as an id: "When ReLU dies" is `when-relu-dies`. */
export const slug = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
