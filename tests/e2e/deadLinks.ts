/** Links of the built pages that lead nowhere: to a file that is not there, or to an anchor that its page or picture does not have. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const unescape = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'")

/** Values of href, src and id as React writes them. */
const values = (html: string, ...attributes: string[]): string[] =>
  Array.from(html.matchAll(new RegExp(` (?:${attributes.join('|')})="([^"]*)"`, 'g')), ([, value = '']) =>
    unescape(value),
  )

const fileOf = (address: string) => (address.endsWith('/') ? `${address}index.html` : address)

/** Any origin will do: what leaves it is not followed. */
const origin = 'https://book.example'

/**
 * @param folder of the built site
 * @param base the path at which it is served, "/book/"
 * @returns a line for each, with the page that it stands on
 */
export function deadLinks(folder: string, base: string): { pages: number; links: number; dead: string[] } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  // These two are shown at any address; a script tells them where the site begins.
  const pages = files.filter((file) => file.endsWith('.html') && !['404.html', 'unsaved.html'].includes(file))
  const pictures = files.filter((file) => file.endsWith('.svg'))
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8')
  const ids = new Map([...pages, ...pictures].map((file) => [file, new Set(values(read(file), 'id'))]))
  const dead: string[] = []
  let links = 0
  for (const file of pages)
    for (const link of new Set(values(read(file), 'href', 'src'))) {
      const { origin: site, pathname, hash } = new URL(link, `${origin}${base}${file}`)
      if (site !== origin) continue
      links++
      const target = pathname.startsWith(base)
        ? fileOf(decodeURI(pathname.slice(base.length))) || 'index.html'
        : null
      if (target === null || !existsSync(path.join(folder, target))) dead.push(`${file}: ${link}`)
      else if (hash !== '' && ids.has(target) && !ids.get(target)!.has(decodeURIComponent(hash.slice(1))))
        dead.push(`${file}: ${link} (${target} has no such anchor)`)
    }
  return { pages: pages.length, links, dead }
}
