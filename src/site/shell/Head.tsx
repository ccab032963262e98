/** The head of every page that is made of more files than itself. */
import type { ReactNode } from 'react'
import type { Assets } from './Document.tsx'

interface HeadProps {
  title: string
  description: string
  assets: Assets
  /** Runs before anything is painted: chooses the theme, and may say what else there is to do early. */
  before: string
  /** The page's own script. */
  script: string
  children?: ReactNode
}

export function Head({ title, description, assets, before, script, children }: HeadProps) {
  const { root, styles, digits = [] } = assets
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <script dangerouslySetInnerHTML={{ __html: before }} />
      {styles.map((style) => (
        <link key={style} rel="stylesheet" href={root + style} />
      ))}
      {digits.length > 0 && <meta name="digits" content={digits.map((file) => root + file).join(' ')} />}
      {children}
      <link rel="icon" type="image/svg+xml" href={`${root}icon.svg`} />
      <script type="module" src={root + script} />
    </head>
  )
}
