/**
 * Vite plugin: `import binary from './some.ts?assemblyscript'` gives the WebAssembly that AssemblyScript makes of that
 * file and what it imports, in base64. Inside the JavaScript, because the kernels must be there as soon as the code is,
 * in a worker, in Node and offline alike. Compiling takes seconds, so the result is kept, by the content of the files.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'vite'

const query = '?assemblyscript'

/**
 * No checks of indices and no allocator; the memory is handed in. The warnings that are off: numbers that are addresses
 * are used as 32-bit numbers, which they are; and vectors as arguments of functions, none of which is exported.
 */
const flags = (
  '-O3 --noAssert --runtime stub --enable simd --importMemory --initialMemory 1 ' +
  '--disableWarning 201 --disableWarning 112'
).split(' ')

/** What is used of AssemblyScript's compiler. Its own types change those of Array for the whole project. */
interface Compiler {
  version: string
  main(
    options: readonly string[],
    host: {
      readFile(name: string, base: string): Promise<string | null>
      writeFile(name: string, contents: string | Uint8Array): void
      listFiles(): string[]
    },
  ): Promise<{ error: Error | null; stderr: { toString(): string } }>
}
/** Not as a literal, for the same reason. */
const compiler: string = 'assemblyscript/asc'

const running = new Map<string, Promise<string>>()

/** Compiles once for all who ask at the same time. */
function binaryOf(entry: string, cache: string): Promise<string> {
  const known = running.get(entry)
  if (known) return known
  const work = compileOrRead(entry, cache).finally(() => running.delete(entry))
  running.set(entry, work)
  return work
}

const sourcesOf = async (folder: string) =>
  (await readdir(folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => path.join(folder, name))

async function compileOrRead(entry: string, cache: string): Promise<string> {
  const asc = (await import(/* @vite-ignore */ compiler)) as Compiler
  const hash = createHash('sha256').update(JSON.stringify([asc.version, flags, path.basename(entry)]))
  for (const file of await sourcesOf(path.dirname(entry)))
    hash.update(path.basename(file)).update(await readFile(file))
  const kept = path.join(cache, `${hash.digest('hex').slice(0, 32)}.wasm`)
  try {
    return (await readFile(kept)).toString('base64')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  let binary: Uint8Array | null = null
  const folder = path.dirname(entry)
  const { error, stderr } = await asc.main([path.basename(entry), '--outFile', 'out.wasm', ...flags], {
    readFile: (name, base) => readFile(path.resolve(folder, base, name), 'utf8').catch(() => null),
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents
    },
    listFiles: () => [],
  })
  const made = binary as Uint8Array | null
  if (error || !made) throw new Error(`AssemblyScript could not compile ${entry}:\n${stderr.toString()}`)
  // Written under another name first: two builds may do this at the same time.
  await mkdir(cache, { recursive: true })
  const draft = `${kept}.${process.pid}`
  await writeFile(draft, made)
  await rename(draft, kept)
  return Buffer.from(made).toString('base64')
}

export function assemblyScript(): Plugin {
  let cache = path.resolve('node_modules/.cache/assemblyscript')
  return {
    name: 'assemblyscript',
    configResolved({ root }) {
      cache = path.join(root, 'node_modules/.cache/assemblyscript')
    },
    async load(id) {
      if (!id.endsWith(query)) return null
      const entry = id.slice(0, -query.length)
      for (const file of await sourcesOf(path.dirname(entry))) this.addWatchFile(file)
      return `export default ${JSON.stringify(await binaryOf(entry, cache))}`
    },
  }
}
