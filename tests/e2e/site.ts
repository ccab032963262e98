/** The built site on a deep base path, and a Chromium to read it with. */
import { readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { findChromium } from '../../scripts/chromium.mjs'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

/** Where the built site lies; a build of one's own can be named: `SITE=../site npm run e2e`. */
export const built = process.env['SITE'] ?? 'dist'

/** The addresses of all chapters. */
export const chapters = readdirSync('content/en')
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => `en/${file.replace(/\.mdx$/, '')}/`)

/** What hosts send with gzip. */
const packable = new Set(['.html', '.css', '.js', '.json', '.svg', '.wasm'])

/**
 * Serves it below `base`, as any static host would: no rewriting, no headers of note. `site.folder` may be changed
 * while it runs: then the book is published anew. `asked` hears of each request. `packed`: with gzip, where bytes count.
 */
export async function serveSite(
  base = '/a/deep/base/',
  site: { folder: string; asked?: (file: string) => void; packed?: boolean } = { folder: built },
) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname.startsWith(base) ? pathname.slice(base.length) : '..'
    site.asked?.(file)
    const full = path.join(site.folder, file.endsWith('/') || file === '' ? `${file}index.html` : file)
    readFile(full).then(
      (body) => {
        const ending = path.extname(full)
        const packed = site.packed === true && packable.has(ending)
        response.writeHead(200, {
          'content-type': types[ending] ?? 'application/octet-stream',
          ...(packed && { 'content-encoding': 'gzip' }),
        })
        response.end(packed ? gzipSync(body) : body)
      },
      () => {
        response.writeHead(404)
        response.end('not found')
      },
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}${base}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

export interface Site {
  url: string
  origin: string
  browser: Browser
  /**
   * A fresh page; every console error and every request to another origin is collected in `trouble`. Without a service
   * worker, unless the options allow it: it would fetch the whole book beside each test.
   */
  open(place: string, options?: BrowserContextOptions): Promise<{ page: Page; trouble: string[] }>
}

const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
/** Pages are composed in software, and there is no WebGL for figures to try: compiling its shaders takes seconds each. */
export const withoutGPU = ['--disable-gpu', '--disable-3d-apis', ...root]

/** Starts a server and a browser for the tests of a file, and stops them afterwards. */
export function useSite(flags: readonly string[] = withoutGPU): Site {
  const site = {} as Site
  let served: Awaited<ReturnType<typeof serveSite>>
  beforeAll(async () => {
    served = await serveSite()
    const browser = await chromium.launch({ executablePath: await findChromium(), args: flags as string[] })
    Object.assign(site, {
      url: served.url,
      origin: served.origin,
      browser,
      async open(place: string, options: BrowserContextOptions = {}) {
        const context = await browser.newContext({
          viewport: { width: 1440, height: 900 },
          serviceWorkers: 'block',
          ...options,
        })
        const page = await context.newPage()
        const trouble: string[] = []
        page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
        page.on('pageerror', (error) => trouble.push(error.message))
        page.on('request', (request) => {
          const url = request.url()
          if (!url.startsWith(served.origin) && !/^(blob|data):/.test(url))
            trouble.push(`left the origin: ${url}`)
        })
        await page.goto(served.url + place)
        return { page, trouble }
      },
    } satisfies Site)
  })
  // A run that is left behind would take the next test's time.
  afterEach(() =>
    Promise.all(
      site.browser.contexts().map(async (context) => {
        // An answer that a test was writing itself, and that nobody waits for any more.
        await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })))
        await context.unrouteAll({ behavior: 'ignoreErrors' })
        await context.close()
      }),
    ),
  )
  afterAll(async () => {
    await site.browser.close()
    await served.close()
  })
  return site
}
