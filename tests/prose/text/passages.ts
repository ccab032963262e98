/**
 * What a chapter says in words: one passage for each paragraph, heading, table cell and quoting attribute. Formulas and
 * code are replaced, so that rules read prose only.
 */
import type { Nodes, Root } from 'mdast'
import { isElement, text as attribute, type Element } from '../../../src/mdx/compile/attributes.ts'

/** A stretch of a passage that is more than words. */
export interface Mark {
  kind: 'term' | 'link'
  start: number
  end: number
}

export interface Passage {
  /** `says` is what <ManySay> quotes, which the book does not assert; a `title` is that of a note or an exercise. */
  kind: 'text' | 'heading' | 'cell' | 'says' | 'title'
  /** On one line. Stand-ins: see `standIn`. */
  text: string
  /** Names of the elements around it, the outermost first. */
  inside: readonly string[]
  marks: readonly Mark[]
  /** Line of the file in which the character at `index` of the text stands. */
  lineAt(index: number): number
}

/** What stands for an element that prints something of its own. */
export const standIn: Readonly<Record<string, string>> = {
  Ref: '⟨Ref⟩',
  Cite: '⟨Cite⟩',
  Measured: '⟨Measured⟩',
}

/** Formulas that read like a word, N(0, 1) or z, stay; others are x. */
const formula = (value: string) => (/^(?!.*[a-z]{3})[\w(), .=+-]{1,12}$/i.test(value) ? value : 'x')

const lineOf = (node: Nodes) => node.position?.start.line ?? 1

class Writer {
  text = ''
  readonly marks: Mark[] = []
  private readonly pieces: { start: number; line: number }[] = []

  add(value: string, line: number): void {
    value.split('\n').forEach((part, i) => {
      this.pieces.push({ start: this.text.length, line: line + i })
      this.text += i > 0 ? ` ${part}` : part
    })
  }

  lineAt(index: number): number {
    return this.pieces.findLast(({ start }) => start <= index)?.line ?? 1
  }

  write(node: Nodes): void {
    const start = this.text.length
    if (node.type === 'text') this.add(node.value, lineOf(node))
    else if (node.type === 'inlineMath') this.add(formula(node.value), lineOf(node))
    else if (node.type === 'inlineCode') this.add('x', lineOf(node))
    else if (node.type === 'break') this.add(' ', lineOf(node))
    else if (isElement(node) && standIn[node.name ?? '']) this.add(standIn[node.name ?? '']!, lineOf(node))
    else if ('children' in node) for (const child of node.children) this.write(child)
    const isTerm = isElement(node) && node.name === 'Term'
    if (isTerm || node.type === 'link')
      this.marks.push({ kind: isTerm ? 'term' : 'link', start, end: this.text.length })
  }
}

function write(kind: Passage['kind'], inside: readonly string[], fill: (writer: Writer) => void): Passage {
  const writer = new Writer()
  fill(writer)
  return { kind, text: writer.text, inside, marks: writer.marks, lineAt: (index) => writer.lineAt(index) }
}

const kinds: Partial<Record<Nodes['type'], Passage['kind']>> = {
  paragraph: 'text',
  heading: 'heading',
  tableCell: 'cell',
}

/** Attributes that hold words; a slide of a lecture asserts its key line and asks its question. */
const spoken: Readonly<Record<string, Passage['kind']>> = {
  says: 'says',
  title: 'title',
  key: 'text',
  ask: 'text',
}

const quoted = (element: Element, inside: readonly string[]): Passage[] =>
  Object.entries(spoken)
    .map(([name, kind]) => ({ kind, value: attribute(element, name) }))
    .filter(({ value }) => value !== '')
    .map(({ kind, value }) => write(kind, inside, (writer) => writer.add(value, lineOf(element))))

function collect(node: Nodes, inside: readonly string[]): Passage[] {
  const kind = kinds[node.type]
  if (kind) return [write(kind, inside, (writer) => writer.write(node))]
  const within = isElement(node) ? [...inside, node.name ?? ''] : inside
  const own = isElement(node) ? quoted(node, within) : []
  return 'children' in node ? [...own, ...node.children.flatMap((child) => collect(child, within))] : own
}

/** In the order in which they stand. */
export const passages = (tree: Root): Passage[] => collect(tree, [])

export interface Sentence {
  text: string
  passage: Passage
  /** Line of its character at `index`. */
  lineAt(index: number): number
}

/** The sentences of a passage: up to a point, question mark or exclamation mark that no small letter follows. */
export function sentences(passage: Passage): Sentence[] {
  const found: Sentence[] = []
  let start = 0
  const close = (end: number) => {
    const from = start
    const text = passage.text.slice(from, end)
    if (text.trim() !== '') found.push({ text, passage, lineAt: (index) => passage.lineAt(from + index) })
  }
  for (const match of passage.text.matchAll(/(?<=[.!?][)"'”’]?)\s+(?![a-z])/g)) {
    close(match.index)
    start = match.index + match[0].length
  }
  close(passage.text.length)
  return found
}
