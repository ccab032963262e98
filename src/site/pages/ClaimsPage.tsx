/** Every claim of the book with what was measured: `/en/claims/`. Written by the build, from content/claims.json. */
import { claimsOfBook, type ClaimsOfChapter } from '../claims/claims.ts'
import { claimsPath } from '../claims/path.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import { Header } from '../shell/Header.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import { claimsIn, countOf, Figure, idOf, Overview, titleOf } from './claims/parts.tsx'
import type { Page } from './page.ts'

const lead =
  'What this book says of its figures, and what was measured. What does not show is listed as well.'

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
  const { all, hold, negative } = countOf(claimsIn(chapters))
  return (
    <Document lang="en" title="Claims · Watch It Learn" description={lead} assets={assets}>
      <Header root={root} />
      <main id="text" tabIndex={-1} className="claims-page">
        <PageHead root={root} title="Claims" lead={lead} />
        <p>
          <strong>{hold === all ? `All ${all} claims hold.` : `Of ${all} claims ${hold} hold.`}</strong>{' '}
          {negative} of them say what does <em>not</em> show: no difference, no gain, no cure. Below, each
          figure has a line that opens to its claims.
        </p>
        <Overview chapters={chapters} />
        <p>
          Each claim has a test. It runs the figure’s own experiment, with the settings of the figure or those
          that the sentence names, and looks at the mean over several seeds, or at each of them. The number
          after ± is the standard deviation over the seeds. “Asked for” is what the claim needs to hold. A
          seed decides the starting weights and the order of the examples, and shares are written as numbers
          from 0 to 1.
        </p>
        {chapters.map((of) => (
          <section key={idOf(of)} aria-labelledby={idOf(of)}>
            <h2 id={idOf(of)}>{titleOf(of)}</h2>
            {of.figures.map((figure) => (
              <Figure key={figure.id} of={figure} root={root} />
            ))}
            <Worked of={of} root={root} />
          </section>
        ))}
      </main>
    </Document>
  )
}

export const pages = (): Page[] => [{ path: claimsPath, render: (assets) => <ClaimsPage assets={assets} /> }]
