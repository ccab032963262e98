/** What a widget's `code.ts` gives to the figure that shows it as source code. Types only. */
import type { Change } from './changes.ts'
import type { Images } from './images.ts'

export type Language = 'tensorflow' | 'keras'

/** What is running, or would run now. */
export interface CodeRequest {
  /** The settings of step 0, valid. */
  config: Readonly<Record<string, unknown>>
  /** Live fields that were changed on the way. */
  changes: readonly Change[]
  variant: string
  /** Place in `networks`; 0 where a variant trains one network. */
  network: number
  /** All seeds that the figure trains; the code trains the first. */
  seeds: readonly number[]
  /** The reader's own digits; null for the book's. */
  images: Images | null
  /** The figure's title, with its number where it has one. */
  title: string
  /** The address that opens the figure with these settings. */
  link: string
}

export interface TextFile {
  name: string
  text: string
}

/** Functions of what they are given. They throw a sentence for the reader where it cannot be done. */
export interface FigureCode {
  /** Names of the networks that this variant trains side by side; empty where it is one. */
  networks(request: CodeRequest): readonly string[]
  /** A whole program. Its name is that of the file to keep it in. */
  source(language: Language, request: CodeRequest): TextFile
  /** What the program reads: data, starting weights and the order of the batches, exactly as the figure has them. */
  file(request: CodeRequest): TextFile
  /** Whether the program needs the file, or only gets the figure's own numbers by it. */
  needsFile(request: CodeRequest): boolean
}
