/** How a chapter is cited: what the text says, and BibTeX that a parser reads. */
import { parse } from '@retorquere/bibtex-parser'
import { expect, it } from 'vitest'
import { bibtexOf, sentenceOf } from '../../src/site/citation.ts'

const cited = { slug: 'activations', title: 'Activations', order: 1, revised: '2026-11-21' }
const read = { address: 'https://book.example/en/activations/', on: '2026-12-01' }

it('says what, when and where', () => {
  expect(sentenceOf(cited)).toBe(
    '“Activations”, chapter 1 of Watch It Learn: a deep-learning textbook. Revised 21 November 2026.',
  )
  expect(sentenceOf(cited, read)).toMatch(
    / https:\/\/book\.example\/en\/activations\/ \(read on 1 December 2026\)\.$/,
  )
})

it('is BibTeX with the same facts', () => {
  const { entries, errors } = parse(bibtexOf(cited, read))
  expect(errors).toEqual([])
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({ type: 'misc', key: 'watch-it-learn-activations' })
  expect(entries[0]!.fields).toMatchObject({
    title: 'Activations',
    howpublished: expect.stringContaining('Watch It Learn: a deep-learning textbook'),
    year: '2026',
    note: 'Revised 2026-11-21, read on 2026-12-01',
    url: 'https://book.example/en/activations/',
  })
})

it('keeps the escapes of an address', () => {
  const address = 'https://book.example/my%20copy/en/activations/'
  expect(parse(bibtexOf(cited, { ...read, address })).entries[0]!.fields).toMatchObject({ url: address })
})

it('stays one entry whatever the address has in it', () => {
  const { entries, errors } = parse(bibtexOf(cited, { ...read, address: 'https://a.b/{x}}%\\/' }))
  expect([errors, entries.length]).toEqual([[], 1])
})
