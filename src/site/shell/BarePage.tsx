/** A page in words that needs no other file and stands at any address: it finds the way to the chapters itself. */
import type { ReactNode } from 'react'
import { themeScript } from '../theme.ts'

const style = `
:root{--paper:#fbfbf8;--ink:#151b26;color-scheme:light}
[data-theme=dark]{--paper:#11151b;--ink:#eceae4;color-scheme:dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;background:var(--paper);color:var(--ink);font:20px/1.56 Georgia,serif}
h1{font-size:40px;font-weight:400;line-height:1.15;margin:0 0 8px}
p{margin:0 0 8px;max-width:34em}
a{color:inherit;text-underline-offset:.18em}
a:focus-visible{outline:3px solid;outline-offset:2px}`

/** What follows the site's root in an address: the language and the rest, or else the last part. */
export const afterRoot = /(?<=\/)(en|ko)(\/.*)?$|[^/]*$/

const homeScript = `document.querySelector('a.home').href=location.pathname.replace(${afterRoot},'')`

export function BarePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Watch It Learn`}</title>
        {/* Without one, browsers ask for a file that may not be there. */}
        <link rel="icon" href="data:," />
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
          <p>
            <a className="home" href="/">
              To the chapters
            </a>
          </p>
        </main>
        <script dangerouslySetInnerHTML={{ __html: homeScript }} />
      </body>
    </html>
  )
}
