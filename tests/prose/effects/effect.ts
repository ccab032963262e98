/** A statement that this book's measurements do not bear out, or that is false as it is often put. */
export interface Effect {
  /** The statement, as many would make it. */
  says: string
  /** Why the book does not make it. */
  because: string
  /** A sentence of ours that would make it. */
  pattern: RegExp
  /** What the sentence would have to name to be another statement, which may be true. */
  unless?: RegExp
  /** A sentence that makes the statement, and one near it that does not. */
  caught: string
  passes: string
}

/** A sentence with both in it, in any order. */
export const both = (a: string, b: string): RegExp => new RegExp(`(?:${a}).*(?:${b})|(?:${b}).*(?:${a})`, 'i')

/** Words that call one thing better than another. */
export const better = String.raw`\b(?:better|best|beats?|outperforms?|superior|more accurate|higher (?:test )?accuracy|wins?|ahead of)\b`
export const faster = String.raw`\b(?:faster|quicker|fewer steps|speeds? up|accelerates?)\b`
