/** The English words of the glossary, as a text that rules can read: a paragraph for each line of the file. */
import { readFileSync } from 'node:fs'
import type { Paragraph } from 'mdast'
import type { Chapter } from './chapters.ts'

const path = 'content/en/glossary.yaml'

/** Lines that say something else: settings, the Korean, and forms, among which are other spellings. */
const others = /^[- ] (forms|korean|mark|known|later): .*/
const field = /^[- ] \w+: /
const formula = /\$[^$]*\$/g

export function glossaryText(source: string): Chapter {
  const children = source.split('\n').map((line, i): Paragraph => {
    const point = { line: i + 1, column: 1 }
    const position = { start: point, end: point }
    const value = line.replace(others, '').replace(field, '').replace(formula, 'x')
    return { type: 'paragraph', children: [{ type: 'text', value, position }], position }
  })
  return { slug: path, path, order: 0, tree: { type: 'root', children } }
}

export const readGlossary = (): Chapter => glossaryText(readFileSync(path, 'utf8'))
