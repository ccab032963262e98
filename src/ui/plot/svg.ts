/** Writing SVG by hand, as little as possible. Client only. */

/** Appends an element. */
export const svg = <K extends keyof SVGElementTagNameMap>(
  name: K,
  className: string,
  parent: Element,
): SVGElementTagNameMap[K] => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  element.setAttribute('class', className)
  parent.append(element)
  return element
}

/** Writes an attribute only when it changes: each write costs style work. */
export const set = (element: Element, name: string, value: string | number) => {
  const text = String(value)
  if (element.getAttribute(name) !== text) element.setAttribute(name, text)
}

/** Changes the text node that is there: a new one would be a new layout box. */
export const write = (element: Element, text: string) => {
  const { firstChild } = element
  if (!(firstChild instanceof Text)) element.textContent = text
  else if (firstChild.data !== text) firstChild.data = text
}

export const show = (element: Element, shown: boolean) => set(element, 'display', shown ? 'inline' : 'none')
