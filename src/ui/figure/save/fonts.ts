/** The page's own fonts as rules that hold the files, so that a picture looks the same wherever it is opened. Client only. */

const rulesIn = (rules: CSSRuleList): CSSFontFaceRule[] =>
  [...rules].flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return [rule]
    if (rule instanceof CSSImportRule) return rule.styleSheet ? rulesIn(rule.styleSheet.cssRules) : []
    return 'cssRules' in rule ? rulesIn(rule.cssRules as CSSRuleList) : []
  })

/** Does a `unicode-range` hold one of these characters? An empty one holds all. */
export function covers(range: string, text: string): boolean {
  if (range === '') return true
  const spans = [...range.matchAll(/U\+([0-9A-F?]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '0', to]) => [
    Number.parseInt(from.replaceAll('?', '0'), 16),
    Number.parseInt(to ?? from.replaceAll('?', 'F'), 16),
  ])
  return [...new Set(text)].some((character) => {
    const code = character.codePointAt(0) ?? 0
    return spans.some(([from = 0, to = 0]) => code >= from && code <= to)
  })
}

async function asData(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The server answered ${response.status} for a font of the figure.`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:font/woff2;base64,${btoa(text)}`
}

/**
 * @param svg only fonts that it names, for characters that it has.
 * @returns CSS.
 * @throws if a font does not arrive.
 */
export async function fontRules(svg: string): Promise<string> {
  const families = new Set([...svg.matchAll(/font-family="(?:&quot;|')?([^"&',]+)/g)].map(([, name]) => name))
  const text = svg.replace(/<[^>]*>/g, '')
  const wanted = [...document.styleSheets]
    .filter(({ href }) => href === null || new URL(href).origin === location.origin)
    .flatMap((sheet) => rulesIn(sheet.cssRules).map((rule) => ({ rule, base: sheet.href ?? location.href })))
    .filter(
      ({ rule: { style } }) =>
        families.has(style.getPropertyValue('font-family').replace(/^["']|["']$/g, '')) &&
        covers(style.getPropertyValue('unicode-range'), text),
    )
  const rules = await Promise.all(
    wanted.map(async ({ rule: { style }, base }) => {
      const file = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1]
      if (file === undefined) return ''
      const parts = ['font-family', 'font-style', 'font-weight', 'unicode-range']
        .map((name) => `${name}:${style.getPropertyValue(name)}`)
        .filter((part) => !part.endsWith(':'))
      return `@font-face{${parts.join(';')};src:url(${await asData(new URL(file, base).href)}) format("woff2")}`
    }),
  )
  return rules.join('')
}
