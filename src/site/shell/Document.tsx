/** The HTML around the pages of the book: head and what each of them has. Rendered at build time only; the build adds a policy. */
import type { ReactNode } from 'react'
import { fontsScript } from '../fonts.ts'
import { restScript } from '../rest.ts'
import { themeScript } from '../theme.ts'
import { Head } from './Head.tsx'

/** Where the page's files are, relative to the page. */
export interface Assets {
  /** The way from the page to the root of the site: "./", "../../" or an absolute base. */
  root: string
  styles: readonly string[]
  script: string
  /** The script of a page that shows one figure in a frame of another page. */
  embed: string
  /** Fonts that the first screen needs. */
  fonts: readonly string[]
  /** Files of digits that come with the site; absent where there are none. See `site/build/siteDigits.ts`. */
  digits?: readonly string[]
  /** The index of search, which the build writes. */
  search?: string
}

interface DocumentProps {
  lang: string
  title: string
  description: string
  assets: Assets
  children: ReactNode
}

export function Document({ lang, title, description, assets, children }: DocumentProps) {
  const { root, script, fonts, search } = assets
  const before = fontsScript(fonts.map((font) => root + font)) + restScript + themeScript
  return (
    <html lang={lang}>
      <Head {...{ title, description, assets, script, before }}>
        {search && <meta name="search" content={root + search} />}
      </Head>
      <body>
        <a className="skip" href="#text">
          Skip to the text
        </a>
        {children}
      </body>
    </html>
  )
}
