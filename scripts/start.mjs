/** `npm start`: installs, builds and serves the book, skipping what is done already. Node built-ins only at first. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ensureInstalled } from './install.mjs'

/** What the built site is made from. */
const inputs = ['content', 'public', 'src', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']

/** Written into the built site when it is whole. */
const stamp = 'dist/.built'

const firstPort = 4173

const filesOf = (file) => {
  if (!existsSync(file)) return []
  if (!statSync(file).isDirectory()) return [file]
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesOf(path.join(file, name)))
}

/** Changes when any input does; tests are none. */
const hashOfInputs = () => {
  const hash = createHash('sha256').update(process.env.BASE_PATH ?? '')
  for (const file of inputs.flatMap(filesOf))
    if (!/\.test\.tsx?$/.test(file)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const ensureBuilt = () => {
  const wanted = hashOfInputs()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Building the site ...')
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--app', '--logLevel=warn'],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stamp, wanted)
}

const serve = async () => {
  const { preview } = await import('vite')
  const server = await preview({ preview: { port: firstPort, strictPort: false } })
  console.log(`The book is at ${server.resolvedUrls?.local[0]} (Ctrl+C to stop)`)
}

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or later is needed; this is ${process.version}. See https://nodejs.org.`)
  process.exit(1)
}
process.chdir(path.dirname(import.meta.dirname))
ensureInstalled()
ensureBuilt()
await serve()
