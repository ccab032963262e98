/** The sections, figures and exercises of a chapter as texts that can be searched, from its HTML. At build time. */
import type { SearchDocument } from './document.ts'
import { readMarkup, type Element } from './markup.ts'

interface Part {
  kind: SearchDocument['kind']
  /** Empty for what stands before the first heading. */
  anchor: string
  title: string
  text: string
}

/** Not read, shown to the eye a second time, or given away: solutions are for those who open them. */
const left = new Set(['svg', 'script', 'style', 'noscript', 'button', 'canvas'])
const leftClasses =
  /(^| )(equation|hint|solution|note-number|note-ref|cite|exercise-check|exercise-status)( |$)/

/** What a figure says of itself; the rest of it are controls and numbers. */
const figureTitle = /(^| )fig-title( |$)/
const figureText = /(^| )(fig-subtitle|fig-caption)( |$)/

/** Formulas of these elements alone read as words: "z", "h = f(z)". */
const plainMath = new Set(['math', 'semantics', 'mrow', 'mi', 'mo', 'mn', 'mspace'])

/** Elements within a line; the others part words. */
const inline = new Set('a abbr b code dfn em i kbd q span strong sub sup math'.split(' '))

const clean = (text: string) =>
  text
    .replaceAll('\u2061', ' ')
    .replaceAll(/[\u2062-\u2064\u00ad]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,;:?!)])/g, '$1')
    .trim()

/** @param html what stands in the article, without its head */
export function sections(html: string): Part[] {
  const parts: Part[] = [{ kind: 'chapter', anchor: '', title: '', text: '' }]
  /** The part that text goes to, and those that it stands in. */
  const stack: Part[] = [parts[0]!]
  /** The elements that began a part of their own. */
  const owners = new Map<Element, Part>()
  let target: 'title' | 'text' = 'text'
  /** In a figure only what it says of itself is read. */
  let silent = 0
  let spoken = 0
  /** What stands between the cell of a table before and the next one; their words would run together. */
  let between = ' '
  let math: { words: string; plain: boolean } | null = null

  const begin = (part: Omit<Part, 'text' | 'title'>): Part => {
    const whole = { ...part, title: '', text: '' }
    parts.push(whole)
    return whole
  }
  const add = (words: string) => {
    const here = stack.at(-1)!
    if (silent > 0 && spoken === 0) return
    here[target] += words
  }

  const open = (element: Element): boolean => {
    const { name, attributes } = element
    const { class: classes = '', id = '' } = attributes
    if (math) {
      math.plain &&= plainMath.has(name)
      return true
    }
    if (left.has(name) || leftClasses.test(classes) || attributes['aria-hidden'] === 'true') return false
    if (name === 'math') math = { words: '', plain: true }
    else if (/(^| )island( |$)/.test(classes)) {
      owners.set(element, begin({ kind: 'figure', anchor: id }))
      stack.push(owners.get(element)!)
      silent++
    } else if (name === 'section' && classes === 'exercise') {
      owners.set(element, begin({ kind: 'exercise', anchor: id }))
      stack.push(owners.get(element)!)
    } else if (/^h[23]$/.test(name) && silent === 0) {
      const inExercise = stack.length > 1
      if (!inExercise) stack[0] = begin({ kind: 'section', anchor: id })
      target = 'title'
    } else if (silent > 0 && figureTitle.test(classes)) {
      target = 'title'
      spoken++
    } else if (silent > 0 && (figureText.test(classes) || name === 'figcaption')) spoken++
    else if (name === 'table') between = ' '
    else if (name === 'tr') between = between === ' ' ? ' ' : '; '
    else if (name === 'td' || name === 'th') {
      add(between)
      between = ' · '
    } else if (!inline.has(name)) add(' ')
    return true
  }

  const close = (element: Element) => {
    const { name, attributes } = element
    const { class: classes = '' } = attributes
    if (math) {
      if (name !== 'math') return
      add(math.plain ? math.words : '[…]')
      math = null
    } else if (owners.has(element)) {
      stack.pop()
      if (owners.get(element)!.kind === 'figure') silent--
    } else if ((/^h[23]$/.test(name) && silent === 0) || figureTitle.test(classes)) {
      target = 'text'
      if (silent > 0) spoken--
    } else if (silent > 0 && (figureText.test(classes) || name === 'figcaption')) {
      spoken--
      add(' ')
    } else if (!inline.has(name)) add(' ')
  }

  const text = (words: string) => {
    if (math) math.words += words.trim() === '' ? '' : words
    else add(words)
  }

  readMarkup(html, { open, close, text })
  return parts
    .map((part) => ({ ...part, title: clean(part.title), text: clean(part.text) }))
    .filter((part) => part.kind === 'chapter' || part.text !== '' || part.title !== '')
}
