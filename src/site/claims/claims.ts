/** The claims of the book by chapter and figure, from what `npm run claims` measured. At build time only. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { chapters, type Chapter } from '../chapters.ts'
import { partsIn } from '../figureParts.ts'
import { contentOf } from '../figures.tsx'
import type { ClaimRecord, ClaimsFile } from './record.ts'

const files = import.meta.glob<ClaimsFile>('/content/claims.json', { import: 'default', eager: true })

export interface ClaimsOfFigure {
  /** Of its claims on the page of claims, where two chapters may have figures of the same name: "pooling-pooled". */
  id: string
  title: string
  /** What the claims are about: "Figure 6.4"; the text of a chapter has no number of its own: "Chapter 6". */
  place: string
  /** Where that is, from the root of the site. */
  href: string
  claims: readonly ClaimRecord[]
}

export interface ClaimsOfChapter {
  /** Absent for the home page. */
  chapter?: Chapter
  figures: readonly ClaimsOfFigure[]
  /** How many sentences have their numbers computed again. */
  worked: number
}

const isWorked = (file: string) => file.includes('/arithmetic/')

const records = (worked: boolean): readonly ClaimRecord[] =>
  Object.values(files)
    .flatMap((of) => Object.entries(of))
    .flatMap(([file, claims]) => (isWorked(file) === worked ? claims : []))

/** The figures and explorers of a chapter with what draws them. */
const placed = ({ figures, explorers }: Chapter) => [
  ...figures.map(({ id, widget, number }) => ({ id, number, draws: `widgets/${widget}` })),
  ...explorers.map(({ id, name, number }) => ({ id, number, draws: `explorers/${name}` })),
]

/** Its title and number, and where it stands among the chapter's figures. */
function nameOf(chapter: Chapter, figure: string) {
  const found = placed(chapter).find(({ id }) => id === figure)
  if (!found)
    throw new Error(
      `content/claims.json: chapter ${chapter.slug} has no figure "${figure}". Run npm run claims for the ` +
        'tests that name it.',
    )
  const { title } = partsIn(renderToStaticMarkup(createElement(contentOf(found.draws), {})))
  return { title, place: `Figure ${found.number}`, order: Number(found.number.split('.')[1]) }
}

const noFigure = ({ order }: Chapter) => ({
  title: 'The text, and small experiments beside it',
  place: `Chapter ${order}`,
  order: Infinity,
})

const anchor = ({ path }: Chapter, figure?: string) => (figure ? `${path}#fig-${figure}` : path)

/** In the order of the chapter; what belongs to no figure comes last. */
function ofChapter(chapter: Chapter): ClaimsOfChapter {
  const own = records(false).filter(({ chapter: slug }) => slug === chapter.slug)
  const places = [...new Set(own.map(({ figure }) => figure))]
  const numbered = places.map((figure) => ({
    id: `${chapter.slug}-${figure ?? 'text'}`,
    claims: own.filter((record) => record.figure === figure),
    href: anchor(chapter, figure),
    ...(figure ? nameOf(chapter, figure) : noFigure(chapter)),
  }))
  return {
    chapter,
    figures: numbered.toSorted((a, b) => a.order - b.order),
    worked: records(true).filter(({ chapter: slug }) => slug === chapter.slug).length,
  }
}

const ofHome = (): ClaimsOfChapter => ({
  figures: [
    {
      id: 'home-hero',
      title: 'The network that looks stuck',
      place: 'Home page',
      href: '#fig-hero',
      claims: records(false).filter(({ chapter }) => chapter === undefined),
    },
  ],
  worked: 0,
})

/** Of all chapters in their order, and of the home page. */
export const claimsOfBook = (): ClaimsOfChapter[] => [
  ...chapters.filter(({ lang }) => lang === 'en').map(ofChapter),
  ofHome(),
]
