/** Shown by hosts for addresses that lead nowhere, at any depth; so it needs no other file and finds the way home itself. */
import { themeScript } from '../theme.ts'

const style = `
:root{--paper:#fbfbf8;--ink:#151b26;color-scheme:light}
[data-theme=dark]{--paper:#11151b;--ink:#eceae4;color-scheme:dark}
body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;background:var(--paper);color:var(--ink);font:20px/1.56 Georgia,serif}
h1{font-size:40px;font-weight:400;margin:0 0 8px}
p{margin:0 0 8px}
a{color:inherit;text-underline-offset:.18em}
a:focus-visible{outline:3px solid;outline-offset:2px}`

/** What follows the site's root in an address: the language and the rest, or else the last part. */
export const afterRoot = /(?<=\/)(en|ko)(\/.*)?$|[^/]*$/

const homeScript = `document.querySelector('a').href=location.pathname.replace(${afterRoot},'')`

export function NotFoundPage() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>No such page · Watch It Learn</title>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>No such page</h1>
          <p>Nothing of this book stands at this address.</p>
          <p>
            <a href="/">To the chapters</a>
          </p>
        </main>
        <script dangerouslySetInnerHTML={{ __html: homeScript }} />
      </body>
    </html>
  )
}
