/** Pieces of an SVG as text. No DOM. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As text or attribute value; characters that XML does not allow are left out. */
export const escape = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- these are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** A number as short as a hundredth of a pixel needs. */
export const short = (value: number): string => String(Math.round(value * 100) / 100)

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Attributes that are undefined are left out. */
export function tag(name: string, attributes: Attributes, content = ''): string {
  const all = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escape(typeof value === 'number' ? short(value) : String(value))}"`)
    .join('')
  return content === '' ? `<${name}${all}/>` : `<${name}${all}>${content}</${name}>`
}
