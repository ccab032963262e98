/** Vite plugin: builds the client, then every page as HTML; in development renders each page when it is asked for. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { isRunnableDevEnvironment, type Manifest, type Plugin, type ViteDevServer } from 'vite'
import type { Assets } from '../shell/Document.tsx'
import { notFoundPage, unsavedPage } from '../offline/edition.ts'
import { withPolicy } from './policy.ts'
import { developmentFile, writeSearchFile } from './searchFile.ts'
import { siteDigits } from './siteDigits.ts'

type Renderer = typeof import('../render.tsx')

const entry = 'src/site/bootstrap.ts'
const embed = 'src/site/embed/start.ts'
const server = 'src/site/render.tsx'

/** Needed by the first screen of every page. */
const firstFonts = [/source-serif-4-latin-opsz-normal/, /inter-latin-wght-normal/]

/** The way from a page to the root of the site. A relative base makes one build run at any path. */
const rootOf = (page: string, base: string) =>
  base === './' || base === '' ? './' + '../'.repeat(page.split('/').length - 1) : base

const builtAssets = (manifest: Manifest): Omit<Assets, 'root'> => {
  const built = (source: string): string => {
    const chunk = manifest[source]
    if (!chunk)
      throw new Error(
        `The build has no entry ${source}; its manifest lists ${Object.keys(manifest).join(', ')}.`,
      )
    return chunk.file
  }
  const files = Object.values(manifest).map(({ file }) => file)
  const font = (name: RegExp): string => {
    const file = files.find((each) => name.test(each))
    if (file === undefined)
      throw new Error(
        `The build has no font like ${name.source}; is it still named so in src/styles/fonts.css?`,
      )
    return file
  }
  return {
    styles: files.filter((file) => file.endsWith('.css')),
    script: built(entry),
    embed: built(embed),
    fonts: firstFonts.map(font),
  }
}

/** Answers requests for pages; the rest is Vite's. */
const servePages = (vite: ViteDevServer) => () => {
  vite.middlewares.use((request, response, next) => {
    const render = async () => {
      const environment = vite.environments['ssr']
      if (!environment || !isRunnableDevEnvironment(environment))
        throw new Error('Pages cannot be rendered here.')
      const { renderPage, renderNotFound, recordedFile, searchFile } =
        await environment.runner.import<Renderer>(`/${server}`)
      const url = request.originalUrl ?? '/'
      const page = url.split(/[?#]/)[0]!.slice(1)
      if (page === developmentFile) {
        response.end(searchFile())
        return
      }
      const recorded = recordedFile(page)
      if (recorded !== null) {
        response.setHeader('content-type', 'image/svg+xml')
        response.end(recorded)
        return
      }
      const digits = await siteDigits(vite.config.publicDir)
      const assets = {
        root: '/',
        styles: ['src/styles/site.css'],
        script: entry,
        embed,
        fonts: [],
        digits,
        search: developmentFile,
      }
      const html = renderPage(page, assets)
      response.statusCode = html === null ? 404 : 200
      response.setHeader('content-type', 'text/html')
      response.end(await vite.transformIndexHtml(url, html ?? renderNotFound()))
    }
    render().catch(next)
  })
}

const writePages = async (
  { paths, renderPage, renderNotFound, renderUnsaved }: Renderer,
  out: string,
  base: string,
  assets: Omit<Assets, 'root'>,
) => {
  for (const page of paths()) {
    const folder = path.join(out, page)
    await mkdir(folder, { recursive: true })
    await writeFile(
      path.join(folder, 'index.html'),
      withPolicy(renderPage(page, { ...assets, root: rootOf(page, base) })!),
    )
  }
  await writeFile(path.join(out, notFoundPage), withPolicy(renderNotFound()))
  await writeFile(path.join(out, unsavedPage), withPolicy(renderUnsaved()))
}

export function prerender(): Plugin {
  // Two builds at the same time must not share it.
  const ssr = `.ssr/${process.pid}`
  return {
    name: 'book:prerender',
    config: (_, { isPreview }) => ({
      appType: isPreview ? 'mpa' : 'custom',
      builder: {},
      environments: {
        client: { build: { manifest: true, rolldownOptions: { input: [entry, embed] } } },
        ssr: {
          build: {
            outDir: ssr,
            emptyOutDir: true,
            copyPublicDir: false,
            rolldownOptions: { input: server, output: { entryFileNames: 'render.js' } },
          },
        },
      },
    }),
    configureServer: (vite) => servePages(vite),
    // Hosts show 404.html for what is not there; so does the preview. By now the address of a page ends in index.html.
    configurePreviewServer: (vite) => () => {
      const out = path.resolve(vite.config.root, vite.config.build.outDir)
      vite.middlewares.use((request, response, next) => {
        const file = path.join(out, decodeURI(request.url?.split(/[?#]/)[0] ?? ''))
        if (existsSync(file)) return next()
        readFile(path.join(out, '404.html')).then(
          (html) => response.writeHead(404, { 'content-type': 'text/html' }).end(html),
          next,
        )
      })
    },
    // Chapters and pages are rendered on the server only, so a change of theirs means a new page.
    hotUpdate({ file, server: { environments } }) {
      if (this.environment.name !== 'ssr') return
      if (/\.(mdx|bib|yaml)$/.test(file) || /\/src\/(site|mdx)\/.*\.tsx?$/.test(file))
        environments['client']?.hot.send({ type: 'full-reload' })
    },
    async buildApp(builder) {
      const { client, ssr: pages } = builder.environments
      const { base, root, logger } = builder.config
      const out = path.resolve(root, client!.config.build.outDir)
      await builder.build(client!)
      const manifest = JSON.parse(await readFile(path.join(out, '.vite/manifest.json'), 'utf8')) as Manifest
      try {
        await builder.build(pages!)
        const renderer = (await import(pathToFileURL(path.resolve(root, ssr, 'render.js')).href)) as Renderer
        const digits = await siteDigits(builder.config.publicDir)
        const search = await writeSearchFile(renderer.searchFile(), out)
        for (const { name, content } of renderer.plotsFiles()) await writeFile(path.join(out, name), content)
        await writePages(renderer, out, base, { ...builtAssets(manifest), digits, search: search.file })
        logger.info(
          `rendered ${renderer.paths().length} pages; the index of search is ${Math.round(search.bytes / 1000)} kB gzip`,
        )
      } finally {
        await rm(path.join(out, '.vite'), { recursive: true })
        await rm(path.resolve(root, ssr), { recursive: true, force: true })
      }
    },
  }
}
