/** Reads `references.bib` and checks each entry, so that every reference of the book can be printed and followed. */
import { parse, type Entry } from '@retorquere/bibtex-parser'
import { VFile } from 'vfile'
import { AuthorError, suggest } from './problems.ts'

/** A reference as it is printed: "K. He and X. Zhang. Title. *Venue*, 2015." with links. */
export interface Reference {
  key: string
  /** "K. He, X. Zhang and J. Sun" */
  authors: string
  title: string
  /** Journal, proceedings or publisher. */
  venue: string
  year: string
  links: readonly { label: string; href: string }[]
}

const words = (list: string) => list.split(' ')
const venues = words('journal journaltitle booktitle publisher school institution howpublished')
const known = new Set([
  ...words('author editor title year month volume number pages series edition address organization chapter'),
  ...words('doi url eprint archiveprefix primaryclass note'),
  ...venues,
])

const initials = (names: string) =>
  names
    .split(/[\s.]+/)
    .filter(Boolean)
    .map((name) =>
      name
        .split('-')
        .map((part) => `${part[0]}.`)
        .join('-'),
    )
    .join(' ')

const authorList = (authors: NonNullable<Entry['fields']['author']>) => {
  const names = authors.map(({ firstName = '', prefix = '', lastName, name = '' }) =>
    [initials(firstName), prefix, lastName ?? name].filter(Boolean).join(' ').normalize('NFC'),
  )
  if (names.length > 6) return `${names.slice(0, 5).join(', ')} and others`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const links = ({ doi, url, eprint, archiveprefix }: Record<string, string>) => [
  ...(doi ? [{ label: `doi:${doi}`, href: `https://doi.org/${doi}` }] : []),
  ...(eprint && archiveprefix?.toLowerCase() === 'arxiv'
    ? [{ label: `arXiv:${eprint}`, href: `https://arxiv.org/abs/${eprint}` }]
    : []),
  ...(url && !doi ? [{ label: new URL(url).hostname.replace(/^www\./, ''), href: url }] : []),
]

/** What is wrong with an entry, in words. */
const faults = ({ fields }: Entry): string[] => {
  const found = Object.keys(fields)
    .filter((name) => !known.has(name))
    .map((name) => `has an unknown field "${name}". ${suggest(name, known)}`)
  for (const name of ['author', 'title', 'year']) if (!fields[name]) found.push(`has no ${name}. Add one.`)
  const year = fields['year'] ?? ''
  if (year && !/^\d{4}$/.test(year)) found.push(`has the year "${year}". Write four digits.`)
  const url = fields['url']
  if (url && !URL.canParse(url)) found.push(`has a url that is no address: "${url}".`)
  if (!venues.some((name) => fields[name]) && !fields['eprint'])
    found.push(
      `does not say where it appeared. Add one of ${venues.join(', ')}, or eprint with archiveprefix.`,
    )
  return found
}

const toReference = ({ key, fields }: Entry): Reference => {
  const field = (name: string) => [fields[name] ?? ''].flat().join(', ').normalize('NFC')
  const venue = venues.map(field).find(Boolean)
  return {
    key,
    authors: authorList(fields.author ?? []),
    title: field('title').replaceAll(/\s+/g, ' '),
    venue: venue ?? 'arXiv',
    year: field('year'),
    links: links(Object.fromEntries(Object.keys(fields).map((name) => [name, field(name)]))),
  }
}

/**
 * The references of a BibTeX file by key.
 * @throws {AuthorError} with the line of each faulty or doubled entry.
 */
export const parseBibliography = (source: string, path: string): ReadonlyMap<string, Reference> => {
  const file = new VFile({ path, value: source })
  const library = parse(source.normalize('NFC'), {
    english: false,
    sentenceCase: false,
    caseProtection: false,
  })
  const references = new Map<string, Reference>()
  const lineOf = (key: string, last = false) => {
    const lines = source.split('\n')
    const here = (line: string) => /^\s*@\w+\s*\{\s*([^,\s]+)/.exec(line)?.[1] === key
    return { line: (last ? lines.findLastIndex(here) : lines.findIndex(here)) + 1 || 1, column: 1 }
  }
  for (const { error } of library.errors) {
    const at = /at line (\d+), column (\d+)/.exec(error)
    file.message(`The bibliography cannot be read: ${error}`, {
      place: { line: Number(at?.[1] ?? 1), column: Number(at?.[2] ?? 1) },
    })
  }
  for (const entry of library.errors.length > 0 ? [] : library.entries) {
    for (const fault of faults(entry)) file.message(`"${entry.key}" ${fault}`, { place: lineOf(entry.key) })
    if (references.has(entry.key))
      file.message(`"${entry.key}" is there twice. Give one of them another key.`, {
        place: lineOf(entry.key, true),
      })
    if (file.messages.length === 0) references.set(entry.key, toReference(entry))
  }
  if (file.messages.length > 0) throw new AuthorError(path, file.messages)
  return references
}
