/** Which terms a passage defines. */
import { keyOf } from '../../../src/mdx/compile/glossaryWords.ts'
import type { Passage } from '../text/passages.ts'

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
