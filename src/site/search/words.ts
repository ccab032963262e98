/** Words of a text, as search and the glossary's filter compare them. */

/** Text as it is compared: small letters, without marks. Hangul stays whole, which NFKD would take apart. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()

/** Letters and digits of any script; what parts them is no word. */
const word = /[\p{L}\p{N}]+/gu

export const wordsOf = (text: string): string[] => text.match(word) ?? []

/** A word of a text that was looked for: as it is compared, and from where to where it stands there. */
export interface Hit {
  word: string
  at: number
  end: number
}

/** @param words folded */
export const hitsIn = (text: string, words: ReadonlySet<string>): Hit[] =>
  Array.from(text.matchAll(word), ({ 0: found, index }) => ({
    word: folded(found),
    at: index,
    end: index + found.length,
  })).filter((hit) => words.has(hit.word))
