/** Vite plugin: when every page is written, lists all files as one edition and builds the service worker around it. */
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Plugin } from 'vite'
import { notFoundPage, unsavedPage, type Edition, type EditionFile } from '../offline/edition.ts'

const entry = 'src/site/offline/worker.ts'

/** Digits that an instructor has added are saved with the book unless, together, they cost more than this. */
const mostData = 16e6

/** What gzip would make no smaller; hosts send it as it is. */
const packed = /\.(woff2|gz|png|jpg)$/

const first = [notFoundPage, unsavedPage]

/** Reads a built site. `kept` is the bytes of all its files as they are. */
export async function readEdition(out: string): Promise<{ edition: Edition; kept: number }> {
  const all = await readdir(out, { recursive: true, withFileTypes: true })
  const paths = all
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => path.relative(out, path.join(parentPath, name)).replaceAll(path.sep, '/'))
    .filter((file) => !/(^|\/)\.|^sw\.js$|\.(map|md)$/.test(file))
    .sort((a, b) => Number(first.includes(b)) - Number(first.includes(a)) || (a < b ? -1 : 1))
  const listed = await Promise.all(
    paths.map(async (place) => {
      const body = await readFile(path.join(out, place))
      const file: EditionFile = {
        name: place.replace(/(^|\/)index\.html$/, '$1'),
        hash: createHash('sha256').update(body).digest('hex').slice(0, 32),
        bytes: packed.test(place) ? body.length : gzipSync(body, { level: 6 }).length,
      }
      return { file, size: body.length }
    }),
  )
  const data = listed.filter(({ file }) => file.name.startsWith('data/'))
  const tooMuch = data.reduce((sum, { file }) => sum + file.bytes, 0) > mostData
  const saved = tooMuch ? listed.filter((one) => !data.includes(one)) : listed
  const files = saved.map(({ file }) => file)
  const id = createHash('sha256')
    .update(files.map(({ name, hash }) => `${name} ${hash}\n`).join(''))
    .digest('hex')
    .slice(0, 12)
  return { edition: { id, files }, kept: saved.reduce((sum, { size }) => sum + size, 0) }
}

/** The worker's script, in one file that old browsers can run too: no module. */
async function compile(root: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['iife'], name: 'worker', fileName: 'sw' },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const script = output && 'output' in output ? output.output[0].code : undefined
  if (!script) throw new Error(`${entry} was built, and no script came out.`)
  return script
}

/** Writes `offline.json` and `sw.js` into a built site; what an edition is made of stands in the script's first line. */
export async function writeServiceWorker(root: string, out: string): Promise<Edition> {
  const sizes = await readEdition(out)
  const fetched = sizes.edition.files.reduce((sum, { bytes }) => sum + bytes, 0)
  await writeFile(path.join(out, 'offline.json'), JSON.stringify({ fetched, kept: sizes.kept }))
  const { edition } = await readEdition(out)
  const script = await compile(root)
  await writeFile(path.join(out, 'sw.js'), `const EDITION=${JSON.stringify(edition)};\n${script}`)
  return edition
}

export function serviceWorker(): Plugin {
  return {
    name: 'book:service-worker',
    buildApp: {
      order: 'post',
      async handler(builder) {
        const { root, logger } = builder.config
        const out = path.resolve(root, builder.environments['client']!.config.build.outDir)
        const { files } = await writeServiceWorker(root, out)
        const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
        logger.info(`service worker for ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB to fetch`)
      },
    },
  }
}
