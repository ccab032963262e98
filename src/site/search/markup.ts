/** Reads HTML as React writes it: every element closed, every < in texts and attributes escaped. At build time. */

export interface Element {
  name: string
  attributes: Readonly<Record<string, string>>
}

export interface Reader {
  /** Return false to pass over the element and all inside it; `close` is then not called for it. */
  open: (element: Element) => boolean
  close: (element: Element) => void
  text: (words: string) => void
}

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

const unescape = (text: string) =>
  text.replaceAll(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex || decimal) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
      return entities[name ?? ''] ?? whole
    },
  )

const attributesOf = (source: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(source.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g), ([, name, value = '']) => [
      name!,
      unescape(value),
    ]),
  )

/** @throws if an element is closed that is not open: then this is not what React writes. */
export function readMarkup(html: string, reader: Reader): void {
  const open: Element[] = []
  /** How many elements were open when passing over began. */
  let passing: number | null = null
  for (const [whole, closing, name, rest = ''] of html.matchAll(
    /<!--.*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^>"])*)>|[^<]+/gis,
  )) {
    if (!name) {
      if (passing === null && !whole.startsWith('<!--')) reader.text(unescape(whole))
    } else if (closing) {
      const element = open.pop()
      if (element?.name !== name) throw new Error(`</${name}> closes <${element?.name ?? 'nothing'}>.`)
      if (passing === null) reader.close(element)
      else if (passing === open.length) passing = null
    } else {
      const element = { name, attributes: attributesOf(rest) }
      const wanted = passing === null && reader.open(element)
      if (empty.has(name) || rest.endsWith('/')) {
        if (wanted) reader.close(element)
      } else {
        if (!wanted) passing ??= open.length
        open.push(element)
      }
    }
  }
}
