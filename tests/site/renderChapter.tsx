/** Compiles a chapter, loads the module that it becomes, and renders its text. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MDXProps } from 'mdx/types'
import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { ChapterFacts } from '../../src/mdx/compile/chapter.ts'
import { components } from '../../src/mdx/components.ts'
import { compile } from './book.ts'

const Figure = ({ id, number }: { id: string; number: string }) => (
  <figure id={`fig-${id}`}>Figure {number}</figure>
)

interface ChapterModule {
  default: ComponentType<MDXProps>
  chapter: ChapterFacts
}

export const renderChapter = async (text: string): Promise<{ html: string; chapter: ChapterFacts }> => {
  const { code } = await compile(text)
  // Inside the project, so that the module finds React.
  await mkdir('.cache', { recursive: true })
  const folder = await mkdtemp(path.resolve('.cache/chapter-'))
  try {
    const file = path.join(folder, 'chapter.mjs')
    await writeFile(file, code)
    const { default: Text, chapter } = (await import(pathToFileURL(file).href)) as ChapterModule
    return {
      html: renderToStaticMarkup(<Text components={components({ Figure, Explorer: Figure })} />),
      chapter,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
