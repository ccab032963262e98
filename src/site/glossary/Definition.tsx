/** A definition as it is printed: formulas between dollar signs are typeset, Korean words say that they are Korean. */
import { renderToString } from 'katex'

const formula = (tex: string) =>
  renderToString(tex, { output: 'htmlAndMathml', strict: 'error', throwOnError: true })

/** The pieces of a text, every second one between dollar signs. */
export function Definition({ text }: { text: string }) {
  return text.split('$').map((piece, i) => {
    if (i % 2 === 1) return <span key={i} dangerouslySetInnerHTML={{ __html: formula(piece) }} />
    return piece.split(/((?:\p{Script=Hangul}+\s?)+)/u).map((words, j) =>
      j % 2 === 0 ? (
        words
      ) : (
        <span key={`${i}-${words}`} lang="ko">
          {words}
        </span>
      ),
    )
  })
}
