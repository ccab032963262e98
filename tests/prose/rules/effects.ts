/** The book asserts nothing that its measurements do not show. What many say may be quoted, to be corrected. */
import { curves } from '../effects/curves.ts'
import type { Effect } from '../effects/effect.ts'
import { normalization } from '../effects/normalization.ts'
import { regularization } from '../effects/regularization.ts'
import { weights } from '../effects/weights.ts'
import type { Rule } from '../rule.ts'
import { passages, sentences } from '../text/passages.ts'

export const effects: readonly Effect[] = [...curves, ...weights, ...normalization, ...regularization]

/** A sentence that denies or asks asserts nothing. */
const asserts = (sentence: string): boolean =>
  !/\?["”')]*\s*$|\b(?:not?|never|neither|nor|cannot|can't|nothing|none|argued?|argues|reported)\b/i.test(
    sentence,
  )

export const noFalseEffects: Rule = ({ tree }) =>
  passages(tree)
    .filter(({ kind }) => kind !== 'says')
    .flatMap(sentences)
    .filter(({ text }) => asserts(text))
    .flatMap((sentence) =>
      effects
        .filter(({ pattern, unless }) => pattern.test(sentence.text) && !unless?.test(sentence.text))
        .map(({ says, because }) => ({
          line: sentence.lineAt(0),
          reason: `"${sentence.text.trim()}" says, or nearly says: ${says} The book does not: ${because}. Say what was measured, or quote it in <ManySay says="...">.`,
        })),
    )
