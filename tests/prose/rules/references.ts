/** Nothing stands in a chapter unspoken of: figures are set up before and spoken of after, labelled equations used. */
import type { RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { isElement, text } from '../../../src/mdx/compile/attributes.ts'
import type { Finding, Rule } from '../rule.ts'

const isShown = (node: { type: string }, ...names: string[]): boolean =>
  isElement(node) && names.includes(node.name ?? '')

/** Whether a paragraph stands between a figure and what comes next. */
const spokenOf = (following: readonly RootContent[]): boolean => {
  const end = following.findIndex((node) => node.type === 'heading' || isShown(node, 'Figure', 'Explorer'))
  const after = end < 0 ? following : following.slice(0, end)
  return after.some(({ type }) => type === 'paragraph')
}

export const references: Rule = ({ tree }) => {
  const referred: { to: string; offset: number }[] = []
  const found: Finding[] = []
  visit(tree, (node) => {
    if (isElement(node) && node.name === 'Ref')
      referred.push({ to: text(node, 'to'), offset: node.position?.start.offset ?? 0 })
  })
  const says = (to: string, before = Infinity) =>
    referred.some((reference) => reference.to === to && reference.offset < before)

  visit(tree, (node, index, parent) => {
    const { line = 1, offset = 0 } = node.position?.start ?? {}
    if (isElement(node) && (node.name === 'Figure' || node.name === 'Explorer')) {
      const to = `fig:${text(node, 'id')}`
      if (!says(to, offset))
        found.push({
          line,
          reason: `No text before this ${node.name} refers to it. Set it up: say what is compared, with <Ref to="${to}" />.`,
        })
      const following = parent && index !== undefined ? parent.children.slice(index + 1) : []
      if (node.name === 'Figure' && !spokenOf(following))
        found.push({
          line,
          reason: 'No paragraph stands between this Figure and what comes next. Say what it shows.',
        })
    }
    const label = node.type === 'math' ? /\\label\{([^}]*)\}/.exec(node.value)?.[1] : undefined
    if (label !== undefined && !says(label))
      found.push({
        line,
        reason: `No text refers to this equation. Write <Ref to="${label}" /> where it is used, or take away its \\label{${label}}.`,
      })
  })
  return found
}
