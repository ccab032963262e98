/** Which script of a built site loads which, read from the scripts themselves, and what they weigh with gzip. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

interface Script {
  /** Loaded with it. */
  statics: string[]
  /** Loaded when something asks for them. */
  dynamics: string[]
  bytes: number
  text: string
}

export const gzipped = (body: string | Uint8Array): number => gzipSync(body, { level: 6 }).length

const matches = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
]

export class Scripts {
  readonly #all: ReadonlyMap<string, Script>
  private constructor(all: ReadonlyMap<string, Script>) {
    this.#all = all
  }

  /** Of `assets/` in the site at `out`. */
  static async read(out: string): Promise<Scripts> {
    const folder = path.join(out, 'assets')
    const names = (await readdir(folder)).filter((name) => name.endsWith('.js'))
    const read = names.map(async (name): Promise<[string, Script]> => {
      const text = await readFile(path.join(folder, name), 'utf8')
      const statics = matches(text, /\b(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)
      const dynamics = matches(text, /\bimport\(\s*["'`]\.\/([\w.-]+\.js)["'`]/g)
      return [name, { statics, dynamics, bytes: gzipped(text), text }]
    })
    return new Scripts(new Map(await Promise.all(read)))
  }

  get(name: string): Script {
    const script = this.#all.get(name)
    if (!script) throw new Error(`Expected the script assets/${name} in the built site, found none.`)
    return script
  }

  /** The one whose name begins with `name-`. */
  named(name: string): string {
    const found = [...this.#all.keys()].filter(
      (file) => file.startsWith(`${name}-`) && /^-[\w-]{8}\.js$/.test(file.slice(name.length)),
    )
    if (found.length !== 1)
      throw new Error(
        `Expected one script assets/${name}-<hash>.js in the built site, found ${found.length}. Build into an empty folder; if its name changed, say so where it is weighed.`,
      )
    return found[0]!
  }

  /** `names` and all that loads with them. */
  with(...names: string[]): Set<string> {
    const found = new Set<string>()
    const add = (name: string) => {
      if (found.has(name)) return
      found.add(name)
      this.get(name).statics.forEach(add)
    }
    names.forEach(add)
    return found
  }

  bytes(names: Iterable<string>): number {
    return [...names].reduce((sum, name) => sum + this.get(name).bytes, 0)
  }
}
