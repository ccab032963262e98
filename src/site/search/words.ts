/** Words of a text, as search compares them. */

/** One word as it is compared: small letters, without marks. Hangul stays whole, which NFKD would take apart. */
export const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()

/** Letters and digits of any script; what parts them is no word. */
const word = /[\p{L}\p{N}]+/gu

export const wordsOf = (text: string): string[] => text.match(word) ?? []
