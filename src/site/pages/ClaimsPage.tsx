/** Every claim of the book with what was measured: `/en/claims/`. Written by the build, from content/claims.json. */
import { claimsOfBook, type ClaimsOfChapter, type ClaimsOfFigure } from '../claims/claims.ts'
import {
  measuredInWords,
  seedsInWords,
  sentence,
  thresholdInWords,
  verdictInWords,
  whatInWords,
} from '../claims/inWords.ts'
import { claimsPath } from '../claims/path.ts'
import type { ClaimRecord } from '../claims/record.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import { Header } from '../shell/Header.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import type { Page } from './page.ts'

const lead =
  'What this book says of its figures, and what was measured. What does not show is listed as well.'

const idOf = ({ chapter }: ClaimsOfChapter) => chapter?.slug ?? 'home'
const titleOf = ({ chapter }: ClaimsOfChapter) => (chapter ? `${chapter.order} ${chapter.title}` : 'Home')

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

function Figure({ of, root }: { of: ClaimsOfFigure; root: string }) {
  return (
    <>
      <h3>
        <a href={root + of.href}>{of.label}</a>
      </h3>
      <table>
        <caption className="sr">{of.label}</caption>
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
    </>
  )
}

function Worked({ of: { chapter, worked }, root }: { of: ClaimsOfChapter; root: string }) {
  if (!chapter || worked === 0) return null
  return (
    <p className="worked">
      Besides, {worked} sentences of <a href={root + chapter.path}>{chapter.title}</a> have numbers that
      follow from formulas. They are computed again whenever the book is tested.
    </p>
  )
}

function ClaimsPage({ assets }: { assets: Assets }) {
  const { root } = assets
  const chapters = claimsOfBook()
  const all = chapters.flatMap(({ figures }) => figures.flatMap(({ claims }) => claims))
  const count = (which: (record: ClaimRecord) => boolean) => all.filter(which).length
  return (
    <Document lang="en" title="Claims · Watch It Learn" description={lead} assets={assets}>
      <Header root={root} />
      <main id="text" tabIndex={-1} className="claims-page">
        <PageHead root={root} title="Claims" lead={lead} />
        <p>
          Each claim has a test. It runs the figure’s own experiment, with the settings of the figure or those
          that the sentence names, and looks at the mean over several seeds, or at each of them. The number
          after ± is the standard deviation over the seeds. “Asked for” is what the claim needs to hold. A
          seed decides the starting weights and the order of the examples, and shares are written as numbers
          from 0 to 1.
        </p>
        <p>
          Of {all.length} claims {count(({ holds }) => holds)} hold. {count(({ negative }) => negative)} say
          what does <em>not</em> show: no difference, no gain, no cure.
        </p>
        <nav aria-label="Chapters">
          {chapters.map((of) => (
            <a key={idOf(of)} href={`#${idOf(of)}`}>
              {titleOf(of)}
            </a>
          ))}
        </nav>
        {chapters.map((of) => (
          <section key={idOf(of)} aria-labelledby={idOf(of)}>
            <h2 id={idOf(of)}>{titleOf(of)}</h2>
            {of.figures.map((figure) => (
              <Figure key={figure.href} of={figure} root={root} />
            ))}
            <Worked of={of} root={root} />
          </section>
        ))}
      </main>
    </Document>
  )
}

export const pages = (): Page[] => [{ path: claimsPath, render: (assets) => <ClaimsPage assets={assets} /> }]
