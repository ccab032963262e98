/** The HTML around every page: head and what every page has. Rendered at build time only; the build adds a policy. */
import type { ReactNode } from 'react'
import { themeScript } from '../theme.ts'

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
  const { root, styles, script, fonts, digits = [], search } = assets
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={description} />
        <meta name="color-scheme" content="light dark" />
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        {fonts.map((font) => (
          <link key={font} rel="preload" as="font" type="font/woff2" href={root + font} crossOrigin="" />
        ))}
        {styles.map((style) => (
          <link key={style} rel="stylesheet" href={root + style} />
        ))}
        {digits.length > 0 && <meta name="digits" content={digits.map((file) => root + file).join(' ')} />}
        {search && <meta name="search" content={root + search} />}
        <link rel="icon" type="image/svg+xml" href={`${root}icon.svg`} />
        <script type="module" src={root + script} />
      </head>
      <body>
        <a className="skip" href="#text">
          Skip to the text
        </a>
        {children}
      </body>
    </html>
  )
}
