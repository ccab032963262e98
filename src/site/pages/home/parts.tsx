/** Below the chapters: the way into the lecture hall, and to the other pages. */
import { lectures } from '../../lectures.ts'

/** Every chapter that has a lecture. */
export function Lectures({ root }: { root: string }) {
  return (
    <ul className="lectures" aria-label="Lectures">
      {lectures.map(({ slug, path, chapter, minutes }) => (
        <li key={slug}>
          <a href={root + path}>{chapter.title}</a> <small>{minutes} min</small>
        </li>
      ))}
    </ul>
  )
}

const places = [
  { path: 'en/glossary/', words: 'Glossary' },
  { path: 'en/claims/', words: 'Claims' },
  { path: 'en/reader/', words: 'Your reading' },
  { path: 'en/embed/', words: 'Figures in your page' },
] as const

export function HomeFooter({ root }: { root: string }) {
  return (
    <footer>
      <span>Free to read, teach from and copy.</span>
      <nav aria-label="More pages">
        {places.map(({ path, words }) => (
          <a key={path} href={root + path}>
            {words}
          </a>
        ))}
      </nav>
      {/* "Save for offline", by offline/panel.ts. */}
      <div data-offline hidden />
    </footer>
  )
}
