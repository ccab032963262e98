/** What is kept of the claims, content/claims.json and docs/claims.md, is of the tests and of the book as they are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chapter } from '../claims/chapter.ts'
import { claimsPage } from '../claims/claimsPage.ts'
import { claimsFile, docsFile, readClaims, testFiles } from '../claims/files.ts'
import { keyLines } from '../claims/keyLines.ts'
import { inNodeAlone, onAllBackends } from '../claims/onBackends.ts'
import { figures, isArithmetic } from '../claims/places.ts'
import { titles } from '../claims/titles.ts'

const claims = readClaims()
const records = Object.entries(claims).flatMap(([file, of]) => of.map((record) => ({ ...record, file })))
const nameOf = (file: string) => file.replace(/^tests\/claims\//, '')

it('every test file of claims is measured, and no other', () => {
  expect(Object.keys(claims), 'Run npm run claims -- <name of the file>').toEqual(testFiles())
})

it('every claim holds', () => {
  expect(records.filter(({ holds }) => !holds).map(({ file, claim }) => `${file}: ${claim}`)).toEqual([])
})

describe.each(testFiles().filter((file) => !isArithmetic(file)))('%s', (file) => {
  const patterns = titles(readFileSync(file, 'utf8'))
  const own = (claims[file] ?? []).map(({ claim }) => claim)

  it('has a row for each of its tests', () => {
    const without = patterns.filter(({ pattern }) => !own.some((claim) => pattern.test(claim)))
    expect(
      without.map(({ title }) => title),
      `Run npm run claims -- ${nameOf(file)}`,
    ).toEqual([])
  })

  it('has a test for each of its rows', () => {
    const orphans = own.filter((claim) => !patterns.some(({ pattern }) => pattern.test(claim)))
    expect(orphans, `Run npm run claims -- ${nameOf(file)}`).toEqual([])
  })
})

it('each worked sentence still stands in its chapter', () => {
  const chapters = new Map<string, string>()
  const text = (slug: string) => {
    const known = chapters.get(slug) ?? chapter(slug).replaceAll(/\s+/g, ' ')
    chapters.set(slug, known)
    return known
  }
  const gone = records.filter(
    ({ file, chapter: slug, claim }) =>
      isArithmetic(file) &&
      !titles(readFileSync(file, 'utf8')).some(({ pattern }) => pattern.test(claim)) &&
      !text(slug!).includes(claim),
  )
  expect(
    gone.map(({ file, claim }) => `${file}: ${claim}`),
    'Run npm run claims -- arithmetic',
  ).toEqual([])
})

it('every live figure has a claim, and every claim of a figure has that figure', () => {
  const placed = figures()
  const said = (chapterOf: string, figure: string) =>
    records.some((record) => record.chapter === chapterOf && record.figure === figure)
  const silent = placed.filter(({ live, chapter: slug, figure }) => live && !said(slug, figure))
  expect(
    silent.map(({ chapter: slug, figure }) => `content/en/${slug}.mdx: figure "${figure}" has no claim`),
    'Write tests/claims/<widget>.test.ts, and run npm run claims -- <widget>',
  ).toEqual([])
  const nowhere = records.filter(
    ({ chapter: slug, figure }) =>
      figure !== undefined && !placed.some((one) => one.chapter === slug && one.figure === figure),
  )
  expect(
    nowhere.map(({ file, figure }) => `${file}: ${figure}`),
    'Run npm run claims for them',
  ).toEqual([])
})

it('every key line of a slide has a row', () => {
  const rows = new Set(records.map(({ claim }) => claim))
  const without = keyLines().filter(({ key }) => !rows.has(`“${key}”`))
  expect(
    without.map(({ key }) => key),
    'Run npm run claims -- keyLines',
  ).toEqual([])
})

/** Formatting puts blanks and dashes into tables, and nothing else. */
const flow = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---').trim()

it('docs/claims.md says what content/claims.json does', () => {
  const kept = flow(readFileSync(docsFile, 'utf8'))
  expect(kept, `${docsFile} is written with ${claimsFile}: npm run claims`).toBe(flow(claimsPage(claims)))
})

const sourceOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

it('every quick claim that computes with tensors is asked of every backend', () => {
  const computes = readdirSync('tests/claims')
    .filter((file) => file.endsWith('.quick.test.ts'))
    .map((file) => file.replace('.quick.test.ts', ''))
    .filter((name) =>
      /nn\/(tf|engine)\.ts/.test(
        sourceOf(`tests/claims/${name}.quick.test.ts`) + sourceOf(`src/widgets/${name}/train.ts`),
      ),
    )
  expect(
    [...onAllBackends, ...inNodeAlone].toSorted(),
    'The lists are in tests/claims/onBackends.ts',
  ).toEqual(computes)
})
