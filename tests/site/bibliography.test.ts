import { describe, expect, it } from 'vitest'
import { parseBibliography } from '../../src/mdx/compile/bibliography.ts'
import { bibliography } from './book.ts'

const good = `@article{a, author = {Ba, Jimmy}, title = {T}, journal = {J}, year = {2016}}`
const errors = (source: string) => {
  try {
    parseBibliography(source, 'content/references.bib')
  } catch (error) {
    return (error as Error).message
  }
  return 'no error'
}

const entry = (fields: string) => errors(`${good}\n\n@article{b, ${fields}}`)

describe('parseBibliography', () => {
  it('prints names, venue and links', () => {
    const he = parseBibliography(bibliography, 'x.bib').get('he2015')
    expect(he).toEqual({
      key: 'he2015',
      authors: 'K. He and X. Zhang',
      title: 'Delving deep into rectifiers',
      venue: 'ICCV',
      year: '2015',
      links: [{ label: 'doi:10.1109/ICCV.2015.123', href: 'https://doi.org/10.1109/ICCV.2015.123' }],
    })
  })

  it('shortens long lists of authors, keeps particles and accents', () => {
    const names = Array.from({ length: 8 }, (_, i) => `Name${i}, Ann`).join(' and ')
    const source = `${good}
@misc{b, author = {${names}}, title = {T}, eprint = {1505.00387}, archiveprefix = {arXiv}, year = {2015}}
@book{c, author = {van den Oord, A{\\"a}ron and M{\\"u}ller, Klaus-Robert}, title = {T}, publisher = {P}, year = {2016}}`
    const library = parseBibliography(source, 'x.bib')
    expect(library.get('b')?.authors).toBe('A. Name0, A. Name1, A. Name2, A. Name3, A. Name4 and others')
    expect(library.get('b')?.links[0]?.href).toBe('https://arxiv.org/abs/1505.00387')
    expect(library.get('c')?.authors).toBe('A. van den Oord and K.-R. Müller')
  })

  it('reports faulty entries with their line', () => {
    const rest = 'author = {B}, title = {T}, year = {2016}'
    expect(entry(`${rest}, jurnal = {J}`)).toMatch(
      /^content\/references\.bib:3:1: "b" has an unknown field "jurnal"\. Did you mean "journal"/,
    )
    expect(entry(rest)).toMatch(/:3:1: "b" does not say where it appeared/)
    expect(entry('title = {T}, journal = {J}, year = {2016}')).toMatch(/:3:1: "b" has no author/)
    expect(entry('author = {B}, title = {T}, journal = {J}, year = {16}')).toMatch(/:3:1: .*four digits/)
    expect(entry(`${rest}, journal = {J}, url = {not an address}`)).toMatch(/:3:1: .*no address/)
  })

  it('reports doubled keys and what cannot be read', () => {
    expect(errors(`${good}\n${good}`)).toMatch(/:2:1: "a" is there twice/)
    expect(errors(`${good}\n@article{b, title = {T`)).toMatch(/cannot be read/)
  })
})
