/** The words of a figure, its question, readouts, caption and notes, as a text that rules can read. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Paragraph } from 'mdast'
import { parseSync } from 'vite'
import type { Chapter } from './chapters.ts'
import { standIn } from './passages.ts'

/** A node of the syntax tree, as ESTree has them. */
interface Code {
  type: string
  start: number
  [field: string]: unknown
}

const isCode = (value: unknown): value is Code =>
  typeof value === 'object' && value !== null && typeof (value as Code).type === 'string'

const partsOf = (node: Code): Code[] => Object.values(node).flat().filter(isCode)

/** What an expression puts into a sentence, which only the run knows. */
const computed = standIn['Measured']!

/** Characters that figures write by their names. */
const characters: Readonly<Record<string, string>> = { ldquo: '“', rdquo: '”', rsquo: '’', minus: '−' }
const decoded = (text: string) => text.replace(/&(\w+);/g, (name, of: string) => characters[of] ?? name)

/** The text of an element and all inside it. */
function elementText(node: Code): string {
  if (node.type === 'JSXText') return decoded(String(node['value']))
  if (node.type === 'JSXExpressionContainer') {
    const { type, value } = node['expression'] as Code
    return type === 'Literal' ? String(value) : computed
  }
  return Array.isArray(node['children']) ? (node['children'] as Code[]).map(elementText).join('') : ''
}

/** A text of this node itself, if it is one. */
function textOf(node: Code): string | null {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type === 'TemplateLiteral') {
    const pieces = node['quasis'] as { value: { cooked: string } }[]
    return pieces.map(({ value }) => value.cooked).join(computed)
  }
  const children = Array.isArray(node['children']) ? (node['children'] as Code[]) : []
  const written = children.some(({ type, value }) => type === 'JSXText' && String(value).trim() !== '')
  return written ? elementText(node) : null
}

/** Words, not names: two at least. */
const isProse = (text: string) => /\p{L}\s+\S*\p{L}/u.test(text)

const collect = (node: Code): { text: string; start: number }[] => {
  const text = textOf(node)
  const own = text !== null && isProse(text) ? [{ text, start: node.start }] : []
  // What an element says is read once; what its attributes and expressions say is another text.
  const parts = partsOf(node).filter(({ type }) => !(own.length > 0 && type === 'JSXText'))
  return [...own, ...parts.flatMap(collect)]
}

/** @throws if the file is not TypeScript. */
export function figureText(path: string, source: string): Chapter {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const children = collect(program as unknown as Code).map(({ text, start }): Paragraph => {
    const point = { line: source.slice(0, start).split('\n').length, column: 1 }
    const position = { start: point, end: point }
    return { type: 'paragraph', children: [{ type: 'text', value: text, position }], position }
  })
  return { slug: path, path, order: 0, tree: { type: 'root', children } }
}

const root = new URL('../../../', import.meta.url)

/** Files with the words of figures: all code in the folders of widgets and explorers, tests left out. */
export const figureFiles: readonly string[] = ['src/widgets', 'src/explorers'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`)
    .sort(),
)

export const readFigure = (path: string): Chapter =>
  figureText(path, readFileSync(new URL(path, root), 'utf8'))
