/** What each built page states about itself: a Content-Security-Policy of its own, and that no address is passed on. */
import { createHash } from 'node:crypto'
import { escape } from '../../ui/escape.ts'

const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

const hashes = (html: string, pattern: RegExp) =>
  [...new Set([...html.matchAll(pattern)].map(([, content]) => hash(content ?? '')))].join(' ')

/** Scripts without `src` that run; data in a script element does not. */
const inlineScripts = /<script(?![^>]*\ssrc=)(?![^>]*\stype="application\/)[^>]*>([^]*?)<\/script>/g
const inlineStyles = /<style[^>]*>([^]*?)<\/style>/g

/** A figure in the page, or a lecture, which puts them there. */
const figures = /<[^>]+ data-(island|lecture)=/

/** The policy of a page: nothing from anywhere else, and inline only what was built into this page. */
export function policyOf(html: string): string {
  // Some browsers apply a page's policy to its worker, which compiles the kernels.
  const wasm = figures.test(html) ? "'wasm-unsafe-eval'" : ''
  const policy = {
    'default-src': "'none'",
    'script-src': `'self' ${wasm} ${hashes(html, inlineScripts)}`,
    // Formulas, charts and figures place their parts with style attributes; style elements are the built ones.
    'style-src': "'self' 'unsafe-inline'",
    'style-src-elem': `'self' ${hashes(html, inlineStyles)}`,
    'style-src-attr': "'unsafe-inline'",
    'worker-src': "'self'",
    'img-src': "'self' data: blob:",
    'connect-src': "'self'",
    'font-src': "'self'",
    'frame-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  }
  return Object.entries(policy)
    .map(([name, value]) => `${name} ${value.replace(/\s+/g, ' ').trim()}`)
    .join('; ')
}

/** Puts the policy in front of everything that it governs. Throws for a page that does not begin as ours do. */
export function withPolicy(html: string): string {
  const start = /<meta charset="utf-8"\s*\/?>/i
  if (!start.test(html))
    throw new Error('A page has no <meta charset="utf-8">; its policy stands after that.')
  return html.replace(
    start,
    (meta) =>
      `${meta}<meta http-equiv="Content-Security-Policy" content="${escape(policyOf(html))}"/>` +
      '<meta name="referrer" content="no-referrer"/>',
  )
}
