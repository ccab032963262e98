/** The file that search reads, as text. At build time. */
import { bookDocuments } from './bookDocuments.tsx'
import type { SearchFile } from './document.ts'
import { buildIndex } from './engine.ts'

export const searchFile = (): string => {
  const documents = bookDocuments()
  return JSON.stringify({ documents, index: buildIndex(documents) } satisfies SearchFile)
}
