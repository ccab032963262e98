/** The built site, and the same site published anew: other texts, other names of its code, and the old files gone. */
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { readEdition } from '../../src/site/build/serviceWorker.ts'

/** The end of each page's title in the second edition. */
export const correction = ', second edition'

/** All code gets another name: the name of a file holds its content, and so the names of what it imports. */
const renamed = /-[\w-]{8}\.js$/

/** Makes the service worker anew around what lies in `folder`. */
async function renewWorker(folder: string): Promise<void> {
  const file = path.join(folder, 'sw.js')
  const [, ...script] = (await readFile(file, 'utf8')).split('\n')
  const { edition } = await readEdition(folder)
  await writeFile(file, [`const EDITION=${JSON.stringify(edition)};`, ...script].join('\n'))
}

/** Copies the site in `from` to `to`, as a second edition. Resolves to the names of the files that are gone. */
export async function publishAnew(from: string, to: string): Promise<string[]> {
  await rm(to, { recursive: true, force: true })
  await cp(from, to, { recursive: true })
  const assets = path.join(to, 'assets')
  const gone = (await readdir(assets)).filter((name) => renamed.test(name))
  const second = (name: string) => name.replace(/...\.js$/, '_v2.js')
  const names = new RegExp(gone.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g')
  for (const name of gone) await rename(path.join(assets, name), path.join(assets, second(name)))
  const files = await readdir(to, { recursive: true })
  for (const file of files.filter((each) => /\.(html|js)$/.test(each))) {
    const place = path.join(to, file)
    const before = await readFile(place, 'utf8')
    const after = before.replaceAll(names, second).replace('</title>', `${correction}</title>`)
    if (after !== before) await writeFile(place, after)
  }
  await renewWorker(to)
  return gone.map((name) => `assets/${name}`)
}
