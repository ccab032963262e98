/** Renders every page to HTML. Runs in Node: at build time, and for each request in development. */
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { NotFoundPage } from './pages/NotFoundPage.tsx'
import type { Page } from './pages/page.ts'
import { UnsavedPage } from './pages/UnsavedPage.tsx'
import { RootContext } from './root.ts'
import type { Assets } from './shell/Document.tsx'

/** The folder is the registry; a page that no address leads to exports none. */
const modules = import.meta.glob<{ pages?: () => Page[] }>('./pages/*Page.tsx', { eager: true })

export { plotsFiles, recordedFile } from './recorded/files.ts'
export { searchFile } from './search/searchFile.ts'

/** Anew each time: chapters change while they are written. */
const pages = (): Page[] => Object.values(modules).flatMap((module) => module.pages?.() ?? [])

const html = (page: ReactElement) => `<!doctype html>${renderToStaticMarkup(page)}\n`

export const paths = (): string[] => pages().map(({ path }) => path)

/** The HTML of a page; null if there is none at `path`. */
export const renderPage = (path: string, assets: Assets): string | null => {
  const page = pages().find((one) => one.path === path)
  return page ? html(<RootContext value={assets.root}>{page.render(assets)}</RootContext>) : null
}

export const renderNotFound = (): string => html(<NotFoundPage />)

export const renderUnsaved = (): string => html(<UnsavedPage />)
