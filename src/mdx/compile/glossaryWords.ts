/** Terms as words that can be found in a text: by the build, which marks them, and by the rules of prose. */

/**
 * Terms that are a person's name: they count before one of these words only, and with a capital letter, so that "He
 * and colleagues" is no term.
 */
export const named = {
  people: ['He', 'Xavier', 'Glorot', 'LeCun', 'Kaiming'],
  before: ['weights', 'initialization', 'initializer', 'rule', 'scheme', 'variance', 'scaling'],
} as const

/** "He weights": a name and what it is before; both keep their capital. */
const isNamed = (name: string) => (named.people as readonly string[]).includes(name.split(' ')[0]!)

/** "Epochs" and "epoch" are one term, "mini-batch" and "mini batch" too. */
export const keyOf = (name: string): string => {
  const plain = name.trim().replaceAll(/[-\s]+/g, ' ')
  if (isNamed(plain)) return plain
  return plain
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss|bias)es$/, '$1')
    .replace(/(?<![suia])s$/, '')
}

/** Finds a term in the singular or plural, with hyphens or blanks. */
export function patternOf(key: string): RegExp {
  const words = key.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`[-\s]`)
  if (isNamed(key) && !key.includes(' '))
    return new RegExp(String.raw`\b${words}(?= (?:${named.before.join('|')})\b)`, 'g')
  if (isNamed(key)) return new RegExp(String.raw`\b${words}\b`, 'g')
  const plural = words.endsWith('y') ? `(?:${words}|${words.slice(0, -1)}ies)` : `${words}(?:s|es)?`
  return new RegExp(String.raw`(?<![\w⟨])${plural}(?![\w⟩])`, 'gi')
}

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
