/**
 * Terms of the glossary in a chapter: each <Term> becomes an anchor that its entry leads to, and uses elsewhere become
 * quiet links to the entry, few enough to read on (`mark` of the entry).
 */
import type { Link, Nodes, Root, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { isElement, setAttributes } from './attributes.ts'
import { withoutEntry, type Glossary, type GlossaryEntry } from './glossary.ts'
import { keyOf, occurrences, patternOf } from './glossaryWords.ts'
import { report } from './problems.ts'
import type { Registry } from './registry.ts'

export interface TermsOptions {
  /** Of the book. */
  glossary: Glossary
  /** Its file, as messages shall name it. */
  path: string
  registry: Registry
  /** Receives the ids of the entries that this chapter defines, in order. */
  found: string[]
}

/** Where a use is no use: what leads elsewhere already, stands apart, or is the definition. */
const apart = new Set(['heading', 'link', 'linkReference', 'table', 'html', 'Term', 'Aside'])
const kindOf = (node: Nodes) => (isElement(node) ? (node.name ?? '') : node.type)

const beginsSection = (node: Nodes) => node.type === 'heading' && node.depth === 2

const quietLink = (id: string, words: string): Link => ({
  type: 'link',
  url: `../glossary/#${id}`,
  children: [{ type: 'text', value: words }],
  data: { hProperties: { className: ['term-use'] } },
})

export const glossaryTerms = (options: TermsOptions) => (tree: Root, file: VFile) => {
  const { glossary, path, registry, found } = options
  const patterns = new Map([...glossary.byKey.keys()].map((key) => [key, patternOf(key)]))

  /** Words that this chapter has defined. A long form may be defined after the short one; the entry leads to the first. */
  const words = new Set<string>()
  const define = (node: Nodes) => {
    if (!isElement(node) || node.name !== 'Term') return
    const term = toString(node)
    const key = keyOf(term)
    const entry = glossary.byKey.get(key)
    if (!entry) report(file, node, withoutEntry(term, path, glossary))
    else if (words.has(key))
      report(
        file,
        node,
        `"${term}" is defined a second time in this chapter. Take <Term> away where it is only used.`,
      )
    else if (!found.includes(entry.id)) {
      found.push(entry.id)
      registry.declare(entry.id, node)
      setAttributes(node, { id: entry.id })
    }
    words.add(key)
  }
  visit(tree, (node) => define(node))

  /** Entries that have been marked, or defined, since the last heading of the second level. */
  let inSection = new Set<GlossaryEntry>()
  const inChapter = new Set<GlossaryEntry>(glossary.entries.filter(({ id }) => found.includes(id)))

  const isWanted = (entry: GlossaryEntry): boolean => {
    if (entry.mark === 'never' || inSection.has(entry)) return false
    if (entry.mark === 'chapter' && inChapter.has(entry)) return false
    inSection.add(entry)
    inChapter.add(entry)
    return true
  }

  const linked = ({ value, position }: Text): (Text | Link)[] => {
    const pieces: (Text | Link)[] = []
    let end = 0
    const plain = (to: number) => {
      if (to > end) pieces.push({ type: 'text', value: value.slice(end, to), ...(position && { position }) })
    }
    for (const use of occurrences(value, patterns)) {
      const entry = glossary.byKey.get(use.key)!
      if (!isWanted(entry)) continue
      plain(use.start)
      pieces.push(quietLink(entry.id, value.slice(use.start, use.end)))
      end = use.end
    }
    plain(value.length)
    return pieces
  }

  /** What a paragraph links by itself needs no second link, and may be named there because something else is meant. */
  const passOver = (node: Nodes) =>
    visit(node, 'link', (link) => {
      for (const { key } of occurrences(toString(link), patterns)) isWanted(glossary.byKey.get(key)!)
    })

  const mark = (node: Nodes) => {
    if (!('children' in node) || apart.has(kindOf(node))) return
    if (node.type === 'paragraph') passOver(node)
    const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
      if (child.type === 'text') return linked(child)
      mark(child)
      return [child]
    })
    node.children = children as typeof node.children
  }

  const definedIn = (blocks: readonly Nodes[]) => {
    const ids = new Set<string>()
    for (const block of blocks)
      visit(block, (node) => {
        if (isElement(node) && node.name === 'Term')
          ids.add(glossary.byKey.get(keyOf(toString(node)))?.id ?? '')
      })
    return new Set(glossary.entries.filter(({ id }) => ids.has(id)))
  }

  for (let start = 0; start < tree.children.length;) {
    const next = tree.children.findIndex((node, i) => i > start && beginsSection(node))
    const blocks = tree.children.slice(start, next < 0 ? undefined : next)
    inSection = definedIn(blocks)
    for (const block of blocks) mark(block)
    start = next < 0 ? tree.children.length : next
  }
}
