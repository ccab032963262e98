/** Turns <Ref>, <Cite> and links between pages into plain links, and finds those that lead nowhere. */
import type { Link, Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { isElement, text, type Element } from './attributes.ts'
import type { Reference } from './bibliography.ts'
import type { Book } from './book.ts'
import { report, suggest } from './problems.ts'
import type { Registry } from './registry.ts'

export interface CitedReference extends Reference {
  number: number
}

const anchor = (url: string, label: string, properties: Record<string, string | string[]>): Link => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: label }],
  data: { hProperties: properties },
})

/** "../initialization/" or "../initialization/#small" */
const chapterLink = /^\.\.\/([^/#]+)\/(#.*)?$/

export const references =
  (options: { book: Book; registry: Registry; cited: CitedReference[] }) => (tree: Root, file: VFile) => {
    const { book, registry, cited } = options

    const cite = (node: Element): (Link | Text)[] =>
      text(node, 'k')
        .split(/[\s,]+/)
        .filter(Boolean)
        .flatMap((key, i) => {
          const reference = book.bibliography.get(key)
          if (!reference) {
            const keys = book.bibliography.keys()
            report(file, node, `content/references.bib has no entry "${key}". ${suggest(key, keys)}`)
            return []
          }
          if (!cited.some((earlier) => earlier.key === key)) {
            cited.push({ ...reference, number: cited.length + 1 })
            registry.declare(`ref-${key}`, node)
          }
          const { number, authors, year } = cited.find((earlier) => earlier.key === key)!
          const title = `${authors}, ${year}`
          const link = anchor(`#ref-${key}`, `[${number}]`, {
            className: ['cite'],
            role: 'doc-biblioref',
            title,
          })
          return i > 0 ? [{ type: 'text' as const, value: ' ' }, link] : [link]
        })

    const refer = (node: Element): Link[] => {
      const to = text(node, 'to')
      const target = registry.targets.get(to)
      if (target) return [anchor(target.href, target.label, { className: ['ref'] })]
      if (to)
        report(
          file,
          node,
          `Nothing in this chapter is called "${to}". ${suggest(to, registry.targets.keys())}`,
        )
      return []
    }

    visit(tree, (node, index, parent) => {
      if (!parent || index === undefined) return undefined
      if (isElement(node) && (node.name === 'Cite' || node.name === 'Ref')) {
        const links = node.name === 'Cite' ? cite(node) : refer(node)
        parent.children.splice(index, 1, ...(links as never[]))
        return index + links.length
      }
      if (node.type === 'link' || node.type === 'definition') checkLink(node.url, node)
      return undefined
    })

    function checkLink(url: string, node: Parameters<typeof report>[1]) {
      if (/^(https?|mailto):/.test(url)) return
      const slug = chapterLink.exec(url)?.[1]
      if (url.startsWith('#')) {
        if (!registry.has(url.slice(1)))
          report(
            file,
            node,
            `No heading or figure has the id "${url.slice(1)}". ${suggest(url.slice(1), registry.ids)}`,
          )
      } else if (slug === undefined)
        report(
          file,
          node,
          `The link "${url}" may break. Link to a chapter as ../slug/, to a place in this one as #id.`,
        )
      else if (!book.chapters.has(slug))
        report(file, node, `The link "${url}" leads to no chapter. ${suggest(slug, book.chapters.keys())}`)
    }
  }
