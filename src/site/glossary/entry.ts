/** An entry of the glossary's page, for use on another page: the text exists once, there. */

const pages = new Map<string, Promise<Document>>()

async function fetchPage(address: string): Promise<Document> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`Expected the glossary at ${address}, found status ${response.status}.`)
  return new DOMParser().parseFromString(await response.text(), 'text/html')
}

/** The page is fetched once; a failure is not kept, so that the next use tries again. */
const pageOf = (address: string): Promise<Document> => {
  const known = pages.get(address)
  if (known) return known
  const page = fetchPage(address)
  pages.set(address, page)
  page.catch(() => pages.delete(address))
  return page
}

/** Phrasing content only, because it will stand in a paragraph. */
const spanOf = (element: Element, base: URL): HTMLElement => {
  const span = document.createElement('span')
  span.className = element.className || (element.tagName === 'DT' ? 'name' : 'definition')
  for (const child of element.childNodes) span.append(document.importNode(child, true))
  for (const link of span.querySelectorAll('a'))
    link.href = new URL(link.getAttribute('href') ?? '', base).href
  return span
}

/**
 * @param link leads to the entry
 * @returns its name, definition and place, as spans
 * @throws if the page cannot be had, or has no such entry
 */
export async function entryOf(link: HTMLAnchorElement): Promise<HTMLElement[]> {
  const address = new URL(link.href)
  const id = address.hash.slice(1)
  address.hash = ''
  const page = await pageOf(address.href)
  const entry = page.getElementById(id)
  if (!entry) throw new Error(`${address.href} has no entry "${id}".`)
  return [...entry.children].map((part) => spanOf(part, address))
}
