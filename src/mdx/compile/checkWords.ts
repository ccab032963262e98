/** Checks what stands in a chapter against the vocabulary: unknown words and attributes, imports, braces. */
import type { Root, Table } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { attributes, isElement, type Element } from './attributes.ts'
import { report, suggest } from './problems.ts'
import { html, vocabulary, type Word } from './vocabulary.ts'

type Words = Readonly<Record<string, Word>>

const checkAttributes = (element: Element, file: VFile, words: Words) => {
  const name = element.name ?? ''
  const { required = [], optional = [], settings } = words[name]!
  const { values, bad } = attributes(element)
  for (const attribute of bad)
    report(file, element, `<${name}> has a computed ${attribute}. Write text, a number, {true} or {false}.`)
  for (const attribute of required)
    if (!bad.includes(attribute) && (values[attribute] === undefined || values[attribute] === ''))
      report(file, element, `<${name}> has no ${attribute}. Write <${name} ${attribute}="...">.`)
  for (const attribute of Object.keys(values))
    if (!settings && !required.includes(attribute) && !optional.includes(attribute))
      report(
        file,
        element,
        `<${name}> has no attribute "${attribute}". ${suggest(attribute, [...required, ...optional])}`,
      )
}

const checkElement = (element: Element, file: VFile, words: Words) => {
  const { name } = element
  if (name === null) return report(file, element, 'An empty <> is not needed in a chapter. Remove it.')
  if (/^[a-z]/.test(name)) {
    if (!html.includes(name))
      report(
        file,
        element,
        `<${name}> is not used in chapters. Write Markdown, or one of ${html.join(', ')}.`,
      )
    return
  }
  const word = words[name]
  if (!word)
    return report(
      file,
      element,
      `<${name}> is not in the authoring vocabulary. ${suggest(name, Object.keys(words))}`,
    )
  if (!word.inline && element.type === 'mdxJsxTextElement')
    report(
      file,
      element,
      `<${name}> stands inside a paragraph. Give it a line of its own, with empty lines around it.`,
    )
  if (name === 'StopHere' && /^\s*stop here/i.test(toString(element)))
    report(file, element, 'The mark already says "Stop here if". Begin with what follows these words.')
  checkAttributes(element, file, words)
}

/** Screen readers say a column's header with each of its cells; math alone they may pass over. */
const checkHeaders = ({ children: [head] }: Table, file: VFile) => {
  for (const cell of head?.children ?? [])
    if (cell.children.length > 0 && cell.children.every(({ type }) => type === 'inlineMath'))
      report(file, cell, 'A table header of math alone is not read out. Add a word: "value $f(z)$".')
}

/** @param words what may stand there; those of a chapter unless said. */
export const checkWords =
  (words: Words = vocabulary) =>
  (tree: Root, file: VFile) =>
    visit(tree, (node) => {
      if (isElement(node)) checkElement(node, file, words)
      else if (node.type === 'mdxjsEsm')
        report(
          file,
          node,
          'Chapters have no import or export; the vocabulary is there without. Remove this line.',
        )
      else if (
        (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') &&
        !/^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value)
      )
        report(file, node, `{${node.value}} is code. Write \\{ for a brace, or {/* ... */} for a remark.`)
      else if (node.type === 'heading' && node.depth === 1)
        report(file, node, 'The title of the chapter comes from the front matter. Begin headings with ##.')
      else if (node.type === 'table') checkHeaders(node, file)
      else if (node.type === 'inlineMath' && /\\label\b/.test(node.value))
        report(file, node, 'Only displayed equations have numbers. Put the $$ on lines of their own.')
      else if (node.type === 'text' && /\[\^[^\]]+\]/.test(node.value))
        report(
          file,
          node,
          `The note ${/\[\^[^\]]+\]/.exec(node.value)![0]} is not defined. Add a line "[^name]: ..." for it.`,
        )
    })
