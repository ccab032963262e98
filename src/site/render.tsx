/** Renders every page to HTML. Runs in Node: at build time, and for each request in development. */
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { chapters } from './chapters.ts'
import { ChapterPage } from './pages/ChapterPage.tsx'
import { HomePage } from './pages/HomePage.tsx'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import type { Assets } from './shell/Document.tsx'

/** Pages by their path from the root of the site, without the first slash. */
const pages = (): Map<string, (assets: Assets) => ReactElement> =>
  new Map([
    ['', (assets: Assets) => <HomePage assets={assets} />],
    ...chapters.map(
      (chapter) =>
        [chapter.path, (assets: Assets) => <ChapterPage chapter={chapter} assets={assets} />] as const,
    ),
  ])

const html = (page: ReactElement) => `<!doctype html>${renderToStaticMarkup(page)}\n`

export const paths = (): string[] => [...pages().keys()]

/** The HTML of a page; null if there is none at `path`. */
export const renderPage = (path: string, assets: Assets): string | null => {
  const page = pages().get(path)
  return page ? html(page(assets)) : null
}

export const renderNotFound = (): string => html(<NotFoundPage />)
