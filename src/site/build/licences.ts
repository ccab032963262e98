/** The packages that the site is made of, what allows us to ship them, and the notice that goes with them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Shipped {
  name: string
  version: string
  /** As the lockfile has it: "MIT". */
  licence: string
  /** Where it is installed, absolute. */
  folder: string
}

/** All ask for their text to go along, and for nothing else that a static site could not give. */
export const allowed: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
]

interface Locked {
  version?: string
  license?: string
  dev?: boolean
  devOptional?: boolean
}

/** The folder above `root` in which its packages are installed: `root` itself, but for a copy within another. */
function installedAbove(root: string): string {
  let folder = path.resolve(root)
  while (!existsSync(path.join(folder, 'node_modules/react'))) {
    const parent = path.dirname(folder)
    if (parent === folder) throw new Error(`Expected installed packages at ${root}, found none. Run npm ci.`)
    folder = parent
  }
  return folder
}

/** Dependencies of the book and theirs, by name; those of its tools are not shipped. @param root of the book */
export function shippedPackages(root: string): Shipped[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const installed = installedAbove(root)
  return Object.entries(lock.packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional)
    .map(([place, { version = '', license = '' }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
      folder: path.join(installed, place),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** "MIT AND ISC" asks for both; of "MIT OR GPL-3.0" we choose one. */
const isAllowed = (licence: string) =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((each) => allowed.includes(each)))

/** What is not allowed, a sentence each. */
export const faults = (packages: readonly Shipped[]): string[] =>
  packages
    .filter(({ licence }) => !isAllowed(licence))
    .map(
      ({ name, licence }) =>
        `${name} has the licence "${licence}"; allowed are ${allowed.join(', ')}. Use another package, or add the licence to src/site/build/licences.ts if its terms can be kept.`,
    )

interface Manifest {
  author?: string | { name?: string }
  homepage?: string
}

/** The package's own text; where it has none, who made it and the licence's name, whose text is below. */
function textOf({ folder, licence }: Shipped): string {
  const file = readdirSync(folder).find((name) => /^(licen[sc]e|copying)/i.test(name))
  if (file) return readFileSync(path.join(folder, file), 'utf8').trim()
  const { author, homepage } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest
  const by = (typeof author === 'string' ? author : author?.name) ?? 'its authors'
  return `Copyright ${by}${homepage ? ` (${homepage})` : ''}. ${licence}, whose text stands at the end.`
}

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '    ')

/** One section for each package; then the texts of licences that packages name without a copy. */
export function noticeOf(packages: readonly Shipped[], root: string): string {
  const sections = packages.map(
    (each) => `## ${each.name} ${each.version}\n\nLicence: ${each.licence}\n\n${indented(textOf(each))}\n`,
  )
  const standard = ['MIT', 'Apache-2.0'].map((licence) => {
    const text = readFileSync(path.join(root, `src/site/build/licences/${licence}.txt`), 'utf8')
    return `## The text of ${licence}\n\n${indented(text.trim())}\n`
  })
  return `# What this book is made of\n\nThe book contains these packages, under these licences.\n\n${[...sections, ...standard].join('\n')}`
}
