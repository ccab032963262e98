/**
 * Margin notes. Footnotes `[^x]` become numbered ones, after the paragraph that refers to them;
 * each note learns how far it may reach down the margin.
 */
import type { FootnoteDefinition, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from './problems.ts'
import type { Registry } from './registry.ts'

type Element = Extract<RootContent, { type: 'mdxJsxFlowElement' }>
const isOne =
  (...names: string[]) =>
  (block: RootContent): block is Element =>
    block.type === 'mdxJsxFlowElement' && names.includes(block.name ?? '')
const isAside = isOne('Aside')

/** Beside how many blocks a note may stand: the one before it and those that follow, up to a figure or the next note's. */
const span = (following: readonly RootContent[]): number => {
  const end = following.findIndex(isOne('Aside', 'Figure', 'Explorer'))
  const free = end < 0 ? following.length : isAside(following[end]!) ? Math.max(0, end - 1) : end
  return 1 + Math.min(3, free)
}

export const notes = (registry: Registry) => (tree: Root, file: VFile) => {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node) => void definitions.set(node.identifier, node))
  const used = new Set<string>()
  tree.children = tree.children.flatMap((block): RootContent[] => {
    if (block.type === 'footnoteDefinition') return []
    const after: RootContent[] = []
    visit(block, 'footnoteReference', (reference, index, parent) => {
      const definition = definitions.get(reference.identifier)
      if (!definition || !parent || index === undefined) return
      if (used.has(reference.identifier))
        report(
          file,
          reference,
          `The note [^${reference.identifier}] is referred to twice. Write a second note.`,
        )
      used.add(reference.identifier)
      const number = String(used.size)
      registry.declare(`note-${number}`, reference)
      parent.children[index] = {
        type: 'link',
        url: `#note-${number}`,
        children: [{ type: 'text', value: number }],
        data: {
          hProperties: { className: ['note-ref'], id: `note-ref-${number}`, ariaLabel: `Note ${number}` },
        },
      }
      after.push({
        type: 'mdxJsxFlowElement',
        name: 'Aside',
        attributes: [{ type: 'mdxJsxAttribute', name: 'number', value: number }],
        children: definition.children,
        ...(definition.position && { position: definition.position }),
      })
    })
    return [block, ...after]
  })
  tree.children.forEach((block, i) => {
    if (isAside(block))
      block.attributes.push({
        type: 'mdxJsxAttribute',
        name: 'span',
        value: String(span(tree.children.slice(i + 1))),
      })
  })
  for (const [name, definition] of definitions)
    if (!used.has(name))
      report(file, definition, `No text refers to the note [^${name}]. Refer to it, or remove it.`)
}
