/** Reading and writing the attributes of MDX elements. Values are literals: text, numbers, true and false. */
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx'

export type Element = MdxJsxFlowElement | MdxJsxTextElement
export type Value = string | number | boolean

export const isElement = (node: { type: string }): node is Element =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'

/** The value of one attribute; undefined if it is not a literal. */
const literal = ({ value }: MdxJsxAttribute): Value | undefined => {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value
  const source = value.value.trim().replace(/^'(.*)'$/, '"$1"')
  return /^(true|false|-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|"[^"\\]*")$/i.test(source)
    ? (JSON.parse(source.replace(/^(-?)\./, '$10.').replace(/\.$/, '')) as Value)
    : undefined
}

/** All attributes by name; `bad` names those that are spread or computed. */
export const attributes = (element: Element): { values: Record<string, Value>; bad: string[] } => {
  const values: Record<string, Value> = {}
  const bad: string[] = []
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') bad.push('{...}')
    else {
      const value = literal(attribute)
      if (value === undefined) bad.push(attribute.name)
      else values[attribute.name] = value
    }
  }
  return { values, bad }
}

export const text = (element: Element, name: string): string => String(attributes(element).values[name] ?? '')

/** Replaces the attributes of an element by what its component receives. */
export const setAttributes = (element: Element, values: Record<string, string>): void => {
  element.attributes = Object.entries(values).map(([name, value]) => ({
    type: 'mdxJsxAttribute',
    name,
    value,
  }))
}
