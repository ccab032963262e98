/** An SVG of the page as SVG text that needs no style sheet: what the styles say stands in attributes. Client only. */
import { escape } from '../../escape.ts'
import { paintOf } from './colours.ts'
import { tag, type Attributes } from './xml.ts'

/** Written where they differ from the parent's. */
const inherited = [
  'fill-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'font-style',
  'font-family',
  'letter-spacing',
  'text-anchor',
] as const

/** Written where they differ from what they are without a style. */
const own = { opacity: '1', 'dominant-baseline': 'auto' } as const

/** What an element has for the page, and not for the picture. */
const forPage = /^(class|style|role|tabindex|id|fill|stroke|on.*|aria-.*|data-.*)$/

function presentation(style: CSSStyleDeclaration, parent: CSSStyleDeclaration | null): Attributes {
  const attributes: Record<string, string> = {}
  for (const side of ['fill', 'stroke'] as const) {
    const value = style.getPropertyValue(side)
    if (parent && value === parent.getPropertyValue(side)) continue
    if (value === 'none' || value.startsWith('url(')) attributes[side] = value
    else {
      const { colour, opacity } = paintOf(value)
      attributes[side] = colour
      const whole = Number(style.getPropertyValue(`${side}-opacity`)) * opacity
      if (opacity < 1) attributes[`${side}-opacity`] = String(whole)
    }
  }
  for (const name of inherited) {
    const value = style.getPropertyValue(name)
    if (name in attributes || (parent && value === parent.getPropertyValue(name))) continue
    attributes[name] = value.replaceAll('px', '')
  }
  for (const [name, usual] of Object.entries(own)) {
    const value = style.getPropertyValue(name)
    if (value !== usual) attributes[name] = value
  }
  return attributes
}

/** What is inside `element`, or the element itself with its children; empty where nothing of it is seen. */
export function copySvg(element: Element, parent: CSSStyleDeclaration | null): string {
  const style = getComputedStyle(element)
  if (style.display === 'none') return ''
  const name = element.localName
  // Clips and the like are of use to live charts only.
  if (['defs', 'title', 'desc', 'style', 'script'].includes(name)) return ''
  const text = name === 'text' || name === 'tspan'
  const content = [...element.childNodes]
    .map((node) => {
      if (node instanceof Element) return copySvg(node, style)
      return text ? escape(node.textContent ?? '') : ''
    })
    .join('')
  if (style.visibility !== 'visible' && !/[<]/.test(content)) return ''
  const attributes = Object.fromEntries(
    [...element.attributes]
      .filter(({ name: key }) => !forPage.test(key) && key !== 'clip-path' && key !== 'xmlns')
      .map(({ name: key, value }) => [key, value]),
  )
  if (element instanceof SVGSVGElement) return tag('g', presentation(style, parent), content)
  return tag(name, { ...attributes, ...presentation(style, parent) }, content)
}
