/**
 * Compiles the slides of one chapter's lecture from MDX to JavaScript: for each slide what it shows of its figure, its
 * key line, and the notes for who speaks. Runs in Node, at build time.
 */
import type { Link, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { attributes, isElement, setAttributes, text, type Element } from './attributes.ts'
import type { Book } from './book.ts'
import { checkWords } from './checkWords.ts'
import { compileText } from './compileText.ts'
import { readLectureMatter } from './frontMatter.ts'
import { measured } from './measured.ts'
import { AuthorError, report, suggest } from './problems.ts'
import { lectureVocabulary } from './vocabulary.ts'

/** A slide as its author wrote it. What its figure has of all this is checked where figures are known. */
export interface WrittenSlide {
  line: number
  /** The figure's id in the chapter. */
  figure: string
  key: string
  ask?: string
  metrics: string[]
  panels: string[]
  variants?: string[]
  /** Values of the figure's clock that the notes point at. */
  cues: number[]
}

export interface LectureFacts {
  slug: string
  minutes: number
  slides: WrittenSlide[]
}

/** What can be read from the last row of a lecture hall: DESIGN.md's sizes leave room for no more. */
export const most = { keyWords: 10, askWords: 16, variants: 3, plots: 2 }

/** The headings of every slide's notes, in this order. */
const noteParts = ['Before you press Space', 'While it runs', 'The point']

const list = (element: Element, name: string) => text(element, name).split(/\s+/).filter(Boolean)
const wordsOf = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))

const checkSizes = (slide: WrittenSlide, node: Element, file: VFile) => {
  const tooMany = (what: string, found: number, allowed: number, then: string) => {
    if (found > allowed)
      report(file, node, `This slide has ${found} ${what}; ${allowed} can be read from the last row. ${then}`)
  }
  tooMany('words in its key line', wordsOf(slide.key).length, most.keyWords, 'Say it shorter.')
  tooMany('words in its question', wordsOf(slide.ask ?? '').length, most.askWords, 'Ask it shorter.')
  tooMany('plots', slide.metrics.length, most.plots, 'Leave one out of metrics="...".')
  tooMany(
    'variants',
    slide.variants?.length ?? 0,
    most.variants,
    'Leave some out of variants="...", or make two slides.',
  )
}

/** Notes have three parts, so that who looks up from the room finds the place without reading. */
const checkNotes = (node: Element, file: VFile) => {
  const parts = node.children.filter((child) => child.type === 'heading').map((child) => toString(child))
  if (parts.join('|') !== noteParts.join('|'))
    report(
      file,
      node,
      `The notes of a slide have the headings ${noteParts.map((part) => `"## ${part}"`).join(', ')}; found ${parts.length > 0 ? parts.map((part) => `"${part}"`).join(', ') : 'none'}.`,
    )
}

const cuesOf = (node: Element, file: VFile): number[] => {
  const cues: number[] = []
  visit(node, (child) => {
    if (!isElement(child) || child.name !== 'Cue') return
    const { at } = attributes(child).values
    if (at === undefined) return
    if (typeof at === 'number') cues.push(at)
    else report(file, child, `<Cue at> is a number of the figure's clock, written at={24}; found "${at}".`)
  })
  return cues
}

const strayed = (block: RootContent) => block.type !== 'yaml' && block.type !== 'mdxFlowExpression'

const slides = (found: WrittenSlide[]) => (tree: Root, file: VFile) => {
  for (const block of tree.children) {
    if (!isElement(block) || block.name !== 'Slide') {
      if (strayed(block))
        report(file, block, 'A lecture is made of slides alone. Put this between <Slide ...> and </Slide>.')
      continue
    }
    const slide: WrittenSlide = {
      line: block.position?.start.line ?? 1,
      figure: text(block, 'figure'),
      key: text(block, 'key'),
      ...(text(block, 'ask') && { ask: text(block, 'ask') }),
      metrics: list(block, 'metrics'),
      panels: [text(block, 'panels')].filter(Boolean),
      ...(text(block, 'variants') && { variants: list(block, 'variants') }),
      cues: cuesOf(block, file),
    }
    checkSizes(slide, block, file)
    checkNotes(block, file)
    const twin = found.find(({ figure }) => figure === slide.figure)
    if (twin)
      report(file, block, `Figure "${slide.figure}" has a slide in line ${twin.line}. Put both in one.`)
    found.push(slide)
    // Its component asks only whose notes these are.
    setAttributes(block, { figure: slide.figure })
  }
  if (found.length === 0) report(file, undefined, 'A lecture needs a <Slide figure="..." key="..." ...>.')
}

/** <Cite> as "Glorot and Bengio, 2010", which can be said aloud; notes have no list of references. */
const citations = (book: Book) => (tree: Root, file: VFile) =>
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || !isElement(node) || node.name !== 'Cite') return undefined
    const key = text(node, 'k')
    const reference = book.bibliography.get(key)
    if (!reference) {
      if (key)
        report(
          file,
          node,
          `content/references.bib has no entry "${key}". ${suggest(key, book.bibliography.keys())}`,
        )
      return undefined
    }
    const { authors, year, title, links } = reference
    const said = { type: 'text' as const, value: `${authors}, ${year}` }
    const link = (url: string): Link => ({ type: 'link', url, title, children: [said] })
    parent.children.splice(index, 1, (links[0] ? link(links[0].href) : said) as never)
    return index + 1
  })

/**
 * @param source the text of the file
 * @param path where it is, as messages shall name it; its last part without .mdx is the chapter's slug
 * @returns a module whose default export shows the notes of all slides, each inside a `Slide` that the page hands in,
 * and whose export `lecture` is what `slides` shows
 * @throws {AuthorError} that lists every mistake with line, column and the fix
 */
export const compileLecture = async (
  source: string,
  path: string,
  book: Book,
): Promise<{ code: string; lecture: LectureFacts }> => {
  const file = new VFile({ value: source, path })
  const slug = file.stem ?? ''
  const meta = readLectureMatter(source, file)
  if (!book.chapters.has(slug))
    report(file, undefined, `No chapter is called ${slug}.mdx. ${suggest(slug, book.chapters.keys())}`)
  const found: WrittenSlide[] = []
  await compileText(file, [
    [checkWords, lectureVocabulary],
    [measured, { measurements: book.measurements }],
    [citations, book],
    [slides, found],
  ])
  if (meta === null || file.messages.length > 0) throw new AuthorError(path, file.messages)
  const lecture: LectureFacts = { slug, minutes: meta.minutes, slides: found }
  return { code: `${String(file)}\nexport const lecture = ${JSON.stringify(lecture)}\n`, lecture }
}
