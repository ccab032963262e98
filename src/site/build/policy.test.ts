import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { policyOf, withPolicy } from './policy.ts'

const page = (body: string) =>
  `<!doctype html><html><head><meta charSet="utf-8"/><title>x</title></head>${body}</html>`
const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

it('allows the inline scripts and styles that were built, and no others', () => {
  const html = page('<script>one()</script><script src="a.js"></script><style>p{}</style>')
  expect(policyOf(html)).toContain(`script-src 'self' ${sha('one()')};`)
  expect(policyOf(html)).toContain(`style-src-elem 'self' ${sha('p{}')};`)
  expect(policyOf(page('<script type="application/json">{"a":1}</script>'))).toContain("script-src 'self';")
})

it('lets pages with figures compile WebAssembly', () => {
  expect(policyOf(page('<div data-island="widgets/a"></div>'))).toContain("'wasm-unsafe-eval'")
  expect(policyOf(page('<main id="text" data-lecture="[]"></main>'))).toContain("'wasm-unsafe-eval'")
  expect(policyOf(page('<p>data-island=</p>'))).not.toContain("'wasm-unsafe-eval'")
})

it('stands before everything but the encoding', () => {
  const html = withPolicy(page('<script>"$&"</script>'))
  expect(html).toMatch(
    /<head><meta charSet="utf-8"\/><meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
  )
  expect(html).toContain('<meta name="referrer" content="no-referrer"/><title>')
  expect(html).toContain('<script>"$&"</script>')
})

it('refuses a page that says no encoding', () => {
  expect(() => withPolicy('<html></html>')).toThrow(/no <meta charset/)
})
