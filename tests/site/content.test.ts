/**
 * That nothing of content/ is kept for nobody: each reference is cited, each recording is used.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { isElement, text } from '../../src/mdx/compile/attributes.ts'
import { parseBibliography } from '../../src/mdx/compile/bibliography.ts'
import { readMeasurements, recordingFiles, recordingsFolder } from '../../src/mdx/compile/readMeasurements.ts'
import { published } from '../../src/lab/recordingSettings.ts'
import { lectureSlugs, readChapter, readLecture, slugs } from '../prose/text/chapters.ts'

/** The values of an attribute, wherever the book has an element of this name. */
const said = (element: string, attribute: string): Set<string> => {
  const found = new Set<string>()
  for (const { tree } of [...slugs.map(readChapter), ...lectureSlugs.map(readLecture)])
    visit(tree, (node) => {
      if (isElement(node) && node.name === element) found.add(text(node, attribute))
    })
  return found
}

it('every reference is cited', () => {
  const path = 'content/references.bib'
  const keys = [...parseBibliography(readFileSync(path, 'utf8'), path).keys()]
  expect(keys.length).toBeGreaterThan(20)
  const cited = new Set([...said('Cite', 'k')].flatMap((list) => list.split(/[\s,]+/)))
  expect(
    keys.filter((key) => !cited.has(key)),
    `Cite these, or take them out of ${path}.`,
  ).toEqual([])
})

/** What pages that are no chapter show: the film of the home page, and what it says of other runs. */
const shownByTheSite = readdirSync('src/site', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap((name) => [
    ...readFileSync(`src/site/${name}`, 'utf8').matchAll(
      / widget="([^"]+)"|content\/recordings\/(.+)\.json/g,
    ),
  ])
  .map(([, widget, recording]) => widget ?? recording)

/** `second-descent/no-noise`; the figure as published is `second-descent`. */
const nameOf = (file: string) =>
  file.slice(recordingsFolder.length + 1, -'.json'.length).replace(new RegExp(`/${published}$`), '')

/** A figure says in its README which numbers are those of a recording: `no-noise`. */
const named = (recording: string): boolean => {
  const [widget, name] = recording.split('/')
  return readFileSync(`src/widgets/${widget}/README.md`, 'utf8').includes(`\`${name}\``)
}

it('every recording is played by a figure, quoted by a text, or named where its numbers stand', async () => {
  const used = new Set([
    'trials',
    ...said('Figure', 'widget'),
    ...said('Measured', 'from'),
    ...shownByTheSite,
  ])
  const files = await recordingFiles('.')
  expect(files.length).toBeGreaterThan(50)
  const orphans = files.map(nameOf).filter((name) => !used.has(name) && !(name.includes('/') && named(name)))
  expect(orphans, 'Quote these with <Measured>, or take them away and out of recordings.ts.').toEqual([])
})

it('every trial is quoted by a text', async () => {
  const quoted = said('Measured', 'from')
  const { trials } = await readMeasurements('.')
  expect([...trials.keys()].filter((name) => !quoted.has(name))).toEqual([])
})
