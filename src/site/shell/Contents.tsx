/** The ways around: the chapters with the contents of this page, as a column and as a bar on small screens. */
import { tableOfContents, type Chapter, type Entry } from '../chapters.ts'

/** page/progress.ts marks the section that is being read. */
function Sections({ chapter }: { chapter: Chapter }) {
  const sections = [
    ...chapter.sections,
    ...(chapter.references.length > 0 ? [{ id: 'references', title: 'References' }] : []),
  ]
  return (
    <ol className="sections" data-sections>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  )
}

function ChapterLine({ entry, current, root }: { entry: Entry; current: Chapter; root: string }) {
  const isCurrent = entry.chapter === current
  const content = (
    <>
      <span className="num">{entry.number}</span>
      {entry.title}
      {isCurrent && <small data-percent />}
    </>
  )
  if (!entry.chapter)
    return (
      <li className="chapter">
        <span>{content}</span>
      </li>
    )
  return (
    <li className="chapter">
      <a href={root + entry.chapter.path} aria-current={isCurrent ? 'page' : undefined}>
        {content}
      </a>
      {isCurrent && <Sections chapter={current} />}
    </li>
  )
}

interface ContentsProps {
  chapter: Chapter
  root: string
}

export function ContentsColumn({ chapter, root }: ContentsProps) {
  return (
    <nav className="contents" aria-label="Chapters">
      <h2>Chapters</h2>
      <ol>
        {tableOfContents(chapter.lang).map((entry) => (
          <ChapterLine key={entry.slug} entry={entry} current={chapter} root={root} />
        ))}
      </ol>
    </nav>
  )
}

export function ContentsBar({ chapter, root }: ContentsProps) {
  return (
    <details className="contents-bar">
      <summary>
        {chapter.order} {chapter.title}
        <span data-section-title />
        <i className="progress" />
      </summary>
      <nav aria-label="Contents">
        <Sections chapter={chapter} />
        <a href={root}>All chapters</a>
      </nav>
    </details>
  )
}

/** To the chapters before and after. */
export function NextChapter({ chapter, root }: ContentsProps) {
  const written = tableOfContents(chapter.lang).flatMap((entry) => entry.chapter ?? [])
  const here = written.indexOf(chapter)
  const before = written[here - 1]
  const after = written[here + 1]
  return (
    <nav className="next" aria-label="Next and previous chapter">
      {before ? <a href={root + before.path}>Back: {before.title}</a> : <a href={root}>Back: All chapters</a>}
      {after && <a href={root + after.path}>Next: {after.title}</a>}
    </nav>
  )
}
