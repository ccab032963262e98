/** What can be found: a place of the book with its words. Made at build time, read in the browser. */
export interface SearchDocument {
  kind: 'chapter' | 'section' | 'figure' | 'exercise' | 'term'
  /** From the root of the site, with the anchor: "en/initialization/#the-gain-of-one-layer". */
  place: string
  /** The page it is on: "2 Initialization", "Glossary". */
  page: string
  /** Of the section, figure or exercise; a term's English word. */
  title: string
  /** Its words on one line; formulas that are more than a word are "[…]". */
  text: string
  /** Of a term: the Korean words and other forms. A search for one of them is a search for the term. */
  names?: readonly string[]
  /** Of a term: the Korean as it is printed. */
  korean?: string
}

/** The file that holds them all. */
export interface SearchFile {
  documents: readonly SearchDocument[]
  /** What the engine made of them. */
  index: object
}
