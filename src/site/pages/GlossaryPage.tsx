/** Every term of the book with its definition and the Korean word: `/en/glossary/`. Chapters show its entries too (glossary/popover.ts). */
import { Definition } from '../glossary/Definition.tsx'
import { glossaryLanguages, glossaryPath, terms, type Term } from '../glossary/glossary.ts'
import { Document, type Assets } from '../shell/Document.tsx'
import { Header } from '../shell/Header.tsx'
import { PageHead } from '../shell/PageHead.tsx'
import type { Page } from './page.ts'

const lead = 'Every term of the book, defined once, with the Korean word beside it.'

const letterOf = ({ term }: Term) => term[0]!.toUpperCase()

/** Inflections are found by the filter, but not worth a line. */
const otherNames = ({ term, forms = [] }: Term) => forms.filter((form) => !form.startsWith(term.slice(0, 5)))

function Where({ term, root }: { term: Term; root: string }) {
  const { places, comesIn, id } = term
  if (places.length > 0)
    return (
      <>
        Defined in{' '}
        {places.map(({ slug, path, order, title }, i) => (
          <span key={slug}>
            {i > 0 && (i === places.length - 1 ? ' and ' : ', ')}
            <a href={`${root}${path}#${id}`}>
              {order} {title}
            </a>
          </span>
        ))}
      </>
    )
  return comesIn ? `To come in ${comesIn}` : 'The book takes it as known'
}

function Entry({ term, root }: { term: Term; root: string }) {
  const names = otherNames(term)
  return (
    <div className="entry" id={term.id} data-forms={term.forms?.join(' ')}>
      <dt>
        <dfn>{term.term}</dfn> <span lang="ko">{term.korean}</span>
      </dt>
      <dd>
        <Definition text={term.definition} />
      </dd>
      <dd className="where">
        <span>
          <Where term={term} root={root} />
        </span>
        {names.length > 0 && <span>Also called {names.join(', ')}</span>}
      </dd>
    </div>
  )
}

export function GlossaryPage({ lang, assets }: { lang: string; assets: Assets }) {
  const { root } = assets
  const all = terms(lang)
  const letters = [...new Set(all.map(letterOf))]
  return (
    <Document lang={lang} title="Glossary · Watch It Learn" description={lead} assets={assets}>
      <Header root={root} />
      <div className="shell glossary">
        <nav className="letters" aria-label="Letters">
          {letters.map((letter) => (
            <a key={letter} href={`#letter-${letter}`}>
              {letter}
            </a>
          ))}
        </nav>
        <main id="text" tabIndex={-1}>
          <PageHead root={root} title="Glossary" lead={lead} />
          <form className="filter" role="search" data-glossary-filter>
            <label htmlFor="filter">Show terms with</label>
            <input id="filter" type="search" autoComplete="off" spellCheck={false} />
            <p role="status" />
          </form>
          {letters.map((letter) => (
            <section key={letter} aria-labelledby={`letter-${letter}`}>
              <h2 id={`letter-${letter}`}>{letter}</h2>
              <dl>
                {all
                  .filter((term) => letterOf(term) === letter)
                  .map((term) => (
                    <Entry key={term.id} term={term} root={root} />
                  ))}
              </dl>
            </section>
          ))}
        </main>
      </div>
    </Document>
  )
}

export const pages = (): Page[] =>
  glossaryLanguages().map((lang) => ({
    path: glossaryPath(lang),
    render: (assets) => <GlossaryPage lang={lang} assets={assets} />,
  }))
