/** Pieces of an SVG as text. No DOM. */
import { escape } from '../../escape.ts'

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
