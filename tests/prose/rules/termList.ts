/** Terms as words that can be found in a text. */
import type { Passage } from '../text/passages.ts'
import { named } from './vocabulary.ts'

/** "Epochs" and "epoch" are one term, "mini-batch" and "mini batch" too. */
export const keyOf = (name: string): string => {
  const plain = name.trim().replaceAll(/[-\s]+/g, ' ')
  if ((named.people as readonly string[]).includes(plain)) return plain
  return plain
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss|bias)es$/, '$1')
    .replace(/(?<![suia])s$/, '')
}

/** Finds a term in the singular or plural, with hyphens or blanks. */
export function patternOf(key: string): RegExp {
  const words = key.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`[-\s]`)
  if ((named.people as readonly string[]).includes(key))
    return new RegExp(String.raw`\b${words}(?= (?:${named.before.join('|')})\b)`, 'g')
  const plural = words.endsWith('y') ? `(?:${words}|${words.slice(0, -1)}ies)` : `${words}(?:s|es)?`
  return new RegExp(String.raw`(?<![\w⟨])${plural}(?![\w⟩])`, 'gi')
}

/**
 * The terms that a passage defines: what stands in <Term>, and the short form that follows it, as in "the rectified
 * linear unit, ReLU," or "batch normalization (BN)".
 */
export const definedIn = ({ text, marks }: Passage): { key: string; start: number }[] =>
  marks
    .filter(({ kind }) => kind === 'term')
    .flatMap(({ start, end }) => {
      const short = /^(?:, | \()([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[,)]/.exec(text.slice(end))?.[1]
      return [{ key: keyOf(text.slice(start, end)), start }, ...(short ? [{ key: keyOf(short), start }] : [])]
    })

export interface Occurrence {
  key: string
  start: number
  end: number
}

/** Where terms stand, in order; of two that overlap the longer one: "activation function" is no "activation". */
export function occurrences(text: string, patterns: ReadonlyMap<string, RegExp>): Occurrence[] {
  const all = [...patterns].flatMap(([key, pattern]) =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
      key,
      start: index,
      end: index + found.length,
    })),
  )
  const taken: Occurrence[] = []
  for (const one of all.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (!taken.some(({ start, end }) => one.start < end && start < one.end)) taken.push(one)
  return taken.toSorted((a, b) => a.start - b.start)
}
