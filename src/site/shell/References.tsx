/** The papers that a chapter cites, in the order in which it does. */
import type { CitedReference } from '../../mdx/compile/references.ts'

export function References({ references }: { references: readonly CitedReference[] }) {
  if (references.length === 0) return null
  return (
    <>
      <h2 id="references">References</h2>
      <ol className="references">
        {references.map(({ key, authors, title, venue, year, links }) => (
          <li key={key} id={`ref-${key}`}>
            {authors}. {title.replace(/[.?!]?$/, (end) => end || '.')} <i>{venue}</i>, {year}.
            {links.map(({ label, href }) => (
              <span key={href}>
                {' '}
                <a href={href}>{label}</a>
              </span>
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}
