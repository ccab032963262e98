/** Everything in the book that can be found. At build time: renders each chapter once more. */
import { renderToStaticMarkup } from 'react-dom/server'
import { components } from '../../mdx/components.ts'
import { chapters, type Chapter } from '../chapters.ts'
import { figures } from '../figures.tsx'
import { Definition } from '../glossary/Definition.tsx'
import { glossaryLanguages, glossaryPath, terms, type Term } from '../glossary/glossary.ts'
import type { SearchDocument } from './document.ts'
import { sections } from './sections.ts'

const ofChapter = ({ path, order, title, summary, Text }: Chapter): SearchDocument[] =>
  sections(renderToStaticMarkup(<Text components={components(figures)} />)).map((part) => ({
    kind: part.kind,
    place: part.anchor ? `${path}#${part.anchor}` : path,
    page: `${order} ${title}`,
    title: part.kind === 'chapter' ? title : part.title,
    text: part.kind === 'chapter' ? `${summary} ${part.text}` : part.text,
  }))

/** "배치 정규화", "필터 / 커널", "활성함수 (활성화 함수)": each word for itself. */
const koreanNames = (korean: string) =>
  korean
    .split(/[()/]/)
    .map((name) => name.trim())
    .filter(Boolean)

const ofTerm = (term: Term, lang: string): SearchDocument => ({
  kind: 'term',
  place: `${glossaryPath(lang)}#${term.id}`,
  page: 'Glossary',
  title: term.term,
  text: sections(renderToStaticMarkup(<Definition text={term.definition} />))[0]!.text,
  names: [...(term.forms ?? []), ...koreanNames(term.korean)],
  korean: term.korean,
})

export const bookDocuments = (): SearchDocument[] => [
  ...chapters.flatMap(ofChapter),
  ...glossaryLanguages().flatMap((lang) => terms(lang).map((term) => ofTerm(term, lang))),
]
