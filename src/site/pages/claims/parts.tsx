/** The claims of one figure, folded below its title, and how many each chapter has. */
import type { ClaimsOfChapter, ClaimsOfFigure } from '../../claims/claims.ts'
import {
  measuredInWords,
  seedsInWords,
  sentence,
  thresholdInWords,
  verdictInWords,
  whatInWords,
} from '../../claims/inWords.ts'
import type { ClaimRecord } from '../../claims/record.ts'

export const idOf = ({ chapter }: ClaimsOfChapter) => chapter?.slug ?? 'home'
export const titleOf = ({ chapter }: ClaimsOfChapter) =>
  chapter ? `${chapter.order} ${chapter.title}` : 'Home'

export const claimsIn = (chapters: readonly ClaimsOfChapter[]): readonly ClaimRecord[] =>
  chapters.flatMap(({ figures }) => figures.flatMap(({ claims }) => claims))

export const countOf = (claims: readonly ClaimRecord[]) => ({
  all: claims.length,
  hold: claims.filter(({ holds }) => holds).length,
  negative: claims.filter(({ negative }) => negative).length,
})

function Claim({ record }: { record: ClaimRecord }) {
  const { measured, negative, holds } = record
  const seeds = seedsInWords(measured)
  const rows = Math.max(1, measured.length)
  return (
    <tbody>
      {Array.from({ length: rows }, (_, i) => measured[i]).map((each, i) => (
        <tr key={each?.what ?? 'exact'}>
          {i === 0 && (
            <th scope="rowgroup" rowSpan={rows}>
              {negative && <span className="negative">Does not show</span>} {sentence(record)}
              {seeds && <small>{seeds[0]?.toUpperCase() + seeds.slice(1)}</small>}
            </th>
          )}
          {i === 0 && (
            <td data-is="Verdict" rowSpan={rows} className={holds ? 'verdict' : 'verdict fails'}>
              {verdictInWords(record)}
            </td>
          )}
          {each ? (
            <>
              <td data-is="Measured">
                <span>{whatInWords(each)}</span> <b>{measuredInWords(each)}</b>
              </td>
              <td data-is="Asked for">{thresholdInWords(each)}</td>
            </>
          ) : (
            <td data-is="Measured" colSpan={2}>
              As the sentence says
            </td>
          )}
        </tr>
      ))}
    </tbody>
  )
}

/** "9 claims, 2 say what does not show" */
function Count({ claims }: { claims: readonly ClaimRecord[] }) {
  const { all, hold, negative } = countOf(claims)
  return (
    <span className="count">
      {all} {all === 1 ? 'claim' : 'claims'}
      {negative > 0 && `, ${negative} ${negative === 1 ? 'says' : 'say'} what does not show`}
      {hold < all && (
        <>
          , <b className="fails">{all - hold} not held</b>
        </>
      )}
    </span>
  )
}

/**
 * The anchor is inside what is folded: following a link to it opens the fold, without JavaScript. The link to the
 * figure stands beside the line that opens, not in it, so that each press does one thing.
 */
export function Figure({ of, root }: { of: ClaimsOfFigure; root: string }) {
  return (
    <div className="of-figure">
      <a href={root + of.href}>{of.place}</a>
      <details>
        <summary>
          <h3>{of.title}</h3>
          <Count claims={of.claims} />
        </summary>
        <div id={of.id}>
          <table>
            <caption className="sr">{of.title}</caption>
            <thead>
              <tr>
                <th scope="col">Claim</th>
                <th scope="col">Verdict</th>
                <th scope="col">Measured</th>
                <th scope="col">Asked for</th>
              </tr>
            </thead>
            {of.claims.map((record) => (
              <Claim key={record.claim} record={record} />
            ))}
          </table>
        </div>
      </details>
    </div>
  )
}

function Numbers({ of }: { of: readonly ClaimsOfChapter[] }) {
  const { all, hold, negative } = countOf(claimsIn(of))
  return (
    <>
      <td>{all}</td>
      <td className={hold < all ? 'fails' : undefined}>{hold}</td>
      <td>{negative}</td>
    </>
  )
}

/** A row for each chapter, which leads to it, and one for all. */
export function Overview({ chapters }: { chapters: readonly ClaimsOfChapter[] }) {
  return (
    <nav aria-label="Chapters">
      <table className="overview">
        <caption className="sr">How many claims each chapter has</caption>
        <thead>
          <tr>
            <th scope="col">Chapter</th>
            <th scope="col">Claims</th>
            <th scope="col">Hold</th>
            <th scope="col">Do not show</th>
          </tr>
        </thead>
        <tbody>
          {chapters.map((of) => (
            <tr key={idOf(of)}>
              <th scope="row">
                <a href={`#${idOf(of)}`}>{titleOf(of)}</a>
              </th>
              <Numbers of={[of]} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">The book</th>
            <Numbers of={chapters} />
          </tr>
        </tfoot>
      </table>
    </nav>
  )
}
