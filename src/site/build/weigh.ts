/** What a built site costs its readers, by the budgets of docs/performance.md. Whole numbers from files; nothing is run. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipped, Scripts } from './scripts.ts'

export interface Weight {
  /** Of which budget. */
  kind: 'html' | 'before' | 'figure' | 'worker'
  /** The page, figure or experiment. */
  name: string
  bytes: number
  /** What it consists of, heaviest first: where to look when it is too much. */
  parts: string[]
}

const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`

const partsOf = (scripts: Scripts, names: Iterable<string>): string[] =>
  [...names]
    .toSorted((a, b) => scripts.get(b).bytes - scripts.get(a).bytes)
    .slice(0, 4)
    .map((name) => `${name} ${kB(scripts.get(name).bytes)}`)

const without = (names: Set<string>, others: ReadonlySet<string>) =>
  new Set([...names].filter((name) => !others.has(name)))

/** `../../widgets/one-bend/index.tsx` and the script that `import.meta.glob` loads for it. */
function listed(text: string, key: RegExp): [name: string, script: string][] {
  const entry = new RegExp(`["'\`]${key.source}["'\`]:\\(\\)=>[^"'\`]*["'\`]\\./([\\w.-]+\\.js)`, 'g')
  return [...text.matchAll(entry)].map(([, name = '', script = '']) => [name, script])
}

const pageScript = /<script type="module" src="[^"]*assets\/([\w.-]+\.js)"/g

/** @param out the folder of the built site */
export async function weigh(out: string): Promise<Weight[]> {
  const scripts = await Scripts.read(out)
  const weights: Weight[] = []
  const add = (kind: Weight['kind'], name: string, names: Set<string>) =>
    weights.push({ kind, name, bytes: scripts.bytes(names), parts: partsOf(scripts, names) })

  const own = new Set<string>()
  const files = await readdir(out, { recursive: true })
  for (const file of files.filter((each) => path.basename(each) === 'index.html').sort()) {
    const html = await readFile(path.join(out, file), 'utf8')
    weights.push({ kind: 'html', name: file, bytes: gzipped(html), parts: [] })
    const loaded = scripts.with(...[...html.matchAll(pageScript)].map(([, name = '']) => name))
    add('before', file, loaded)
    for (const name of loaded) own.add(name)
  }

  const mount = scripts.named('mount')
  const shared = new Set([...own, scripts.named('react'), scripts.named('charts')])
  const figures = listed(scripts.get(mount).text, /[./]*((?:widgets|explorers)\/[\w-]+)\/index\.tsx/)
  for (const [name, script] of figures) add('figure', name, without(scripts.with(mount, script), shared))

  const worker = scripts.named('worker')
  const base = scripts.with(worker)
  const experiments = listed(scripts.get(worker).text, /[./]*([\w-]+)\/train\.ts/)
  // One of them computes: the wasm of most readers, or another one.
  for (const backend of ['wasm', 'cpu', 'webgl'] as const) {
    const arithmetic = scripts.with(scripts.named(`backend-${backend}`))
    for (const [name, script] of experiments)
      add('worker', `${name} on ${backend}`, new Set([...base, ...scripts.with(script), ...arithmetic]))
  }

  for (const kind of ['html', 'before', 'figure', 'worker'] as const)
    if (!weights.some((weight) => weight.kind === kind && weight.bytes > 0))
      throw new Error(`Expected something to weigh for the budget "${kind}" in ${out}, found nothing.`)
  return weights
}
