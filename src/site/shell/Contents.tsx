/** The ways around: the chapters with the contents of this page, as a column and as a bar on small screens. */
import { glossaryLanguages, glossaryPath } from '../glossary/glossary.ts'
import { claimsPath } from '../claims/path.ts'
import { tableOfContents, type Chapter, type Entry } from '../chapters.ts'

interface ContentsProps {
  chapter: Chapter
  root: string
}

interface BarProps extends ContentsProps {
  /** The address of the chapter's slides; absent where there are none. */
  lecture?: string
}

/** What is known of the reader is filled in by reader/show.ts: the share that was read, figures watched, predictions. */
function Tally({ chapter, root }: ContentsProps) {
  return (
    <div className="tally">
      <p data-tally={chapter.slug} data-figures={chapter.widgets.length} />
      <p data-reader-trouble />
      <a href={`${root}${chapter.lang}/reader/`}>Your reading</a>
    </div>
  )
}

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
      {entry.chapter && <small data-progress={entry.slug} />}
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

function OtherPages({ chapter: { lang, slug }, root }: ContentsProps) {
  return (
    <>
      {glossaryLanguages().includes(lang) && (
        <a className="to-glossary" href={root + glossaryPath(lang)}>
          Glossary
        </a>
      )}
      <a className="to-glossary" href={`${root}${claimsPath}#${slug}`}>
        Claims
      </a>
    </>
  )
}

export function ContentsColumn({ chapter, root }: ContentsProps) {
  return (
    <nav className="contents" aria-label="Chapters" data-chapter={chapter.slug}>
      <h2>Chapters</h2>
      <ol>
        {tableOfContents(chapter.lang).map((entry) => (
          <ChapterLine key={entry.slug} entry={entry} current={chapter} root={root} />
        ))}
      </ol>
      <OtherPages chapter={chapter} root={root} />
      <Tally chapter={chapter} root={root} />
    </nav>
  )
}

export function ContentsBar({ chapter, root, lecture }: BarProps) {
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
        <OtherPages chapter={chapter} root={root} />
        {/* The header of a phone has no room for it. */}
        {lecture === undefined ? null : <a href={lecture}>Lecture mode</a>}
        <Tally chapter={chapter} root={root} />
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
