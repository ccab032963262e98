/** Links of README.md, docs/ and the READMEs of figures: files that are there, headings that they have, code that exists. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { expect, it } from 'vitest'
import { documentFiles, documentText, readDocument } from './text/documents.ts'
import type { Chapter } from './text/chapters.ts'

/** As GitHub makes them of headings. */
const anchors = ({ tree }: Chapter): Set<string> => {
  const found = new Set<string>()
  visit(tree, 'heading', (heading) => {
    const words = toString(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    found.add(words.trim().replace(/\s/g, '-'))
  })
  return found
}

/** A file or folder of the book, said in a text: `src/nn/tf.ts`; not a pattern and not a place for one's own. */
const place = /^(?:src|docs|tests|scripts|content|public)\/[\w./-]+$/

/** What leads nowhere. */
function deadEnds(document: Chapter): string[] {
  const found: string[] = []
  const folder = path.dirname(document.path)
  const complain = (line: number | undefined, reason: string) =>
    found.push(`${document.path}:${line}: ${reason}`)
  visit(document.tree, (node) => {
    const line = node.position?.start.line
    if (node.type === 'inlineCode' && place.test(node.value) && !existsSync(node.value))
      complain(line, `there is no ${node.value}`)
    if (node.type !== 'link' && node.type !== 'image') return
    if (/^(https?|mailto):/.test(node.url)) return
    const [to = '', anchor] = node.url.split('#')
    const file = to === '' ? document.path : path.join(folder, to)
    if (to !== '' && !existsSync(file)) complain(line, `${node.url} leads to no file`)
    else if (anchor !== undefined && !anchors(to === '' ? document : readDocument(file)).has(anchor))
      complain(line, `${file} has no heading #${anchor}`)
  })
  return found
}

it.each(documentFiles)('%s', (file) => {
  expect(deadEnds(readDocument(file))).toEqual([])
})

it('a link that leads nowhere is found', () => {
  const text = [
    '[a](nothing.md) [b](lab.md#nothing) [c](#here) [d](#there)',
    '`src/nothing.ts` `src/widgets/<name>/` `src/widgets`',
    '# Here',
  ].join('\n\n')
  expect(deadEnds(documentText('docs/x.md', text))).toEqual([
    'docs/x.md:1: nothing.md leads to no file',
    'docs/x.md:1: docs/lab.md has no heading #nothing',
    'docs/x.md:1: docs/x.md has no heading #there',
    'docs/x.md:3: there is no src/nothing.ts',
  ])
})

it('README.md leads to every page of docs/', () => {
  const led = new Set<string>()
  visit(readDocument('README.md').tree, 'link', ({ url }) => void led.add(url))
  const pages = documentFiles.filter((file) => /^docs\/[^/]+\.md$/.test(file))
  expect(pages.filter((file) => !led.has(file))).toEqual([])
})
