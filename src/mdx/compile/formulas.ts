/** Formulas as HTML for the eye and MathML for everything else. */
import rehypeKatex from 'rehype-katex'
import type { Pluggable } from 'unified'

/** What TeX would only warn of is a mistake. */
export const katexOptions = { output: 'htmlAndMathml', strict: 'error' } as const

interface Branch {
  tagName?: string
  children?: Branch[]
}

const prune = (node: Branch): void => {
  if (!node.children) return
  node.children = node.children.filter(({ tagName }) => tagName !== 'annotation')
  node.children.forEach(prune)
}

/** KaTeX writes each formula's source into its MathML, where nobody reads it: two kilobytes of a long chapter. */
const withoutSource = () => prune

export const typesetMath: Pluggable[] = [[rehypeKatex, katexOptions], withoutSource]
