/** The chapters of the book, in order. Their folder is the registry: a file in content/ is a page. */
import type { ComponentType } from 'react'
import type { MDXProps } from 'mdx/types'
import type { Config } from '../lab/config.ts'
import type { Setup } from '../lab/setup.ts'
import type { ChapterFacts } from '../mdx/compile/chapter.ts'
import { checkExercises } from './checkedExercises.ts'
import { plan } from './plan.ts'

interface ChapterModule {
  default: ComponentType<MDXProps>
  chapter: ChapterFacts
}

export interface Chapter extends ChapterFacts {
  lang: string
  /** From the root of the site, without the first slash: "en/activations/". */
  path: string
  Text: ComponentType<MDXProps>
}

const modules = import.meta.glob<ChapterModule>('/content/*/*.mdx', { eager: true })

const configs = import.meta.glob<Setup<Config>>('../widgets/*/config.ts', { import: 'default', eager: true })
const setups = Object.fromEntries(
  Object.entries(configs).map(([file, setup]) => [file.split('/').at(-2) ?? '', setup]),
)

export const chapters: readonly Chapter[] = Object.entries(modules)
  .map(([file, { default: Text, chapter }]) => {
    const lang = file.split('/')[2] ?? ''
    checkExercises(file.slice(1), chapter.exercises, setups)
    return { ...chapter, lang, path: `${lang}/${chapter.slug}/`, Text }
  })
  .sort((a, b) => a.order - b.order)

/** A line of the table of contents; without `chapter` it is still to be written. */
export interface Entry {
  number: number
  slug: string
  title: string
  summary: string
  chapter?: Chapter
}

/** All chapters of one language, written or planned, by number. */
export const tableOfContents = (lang: string): Entry[] => {
  const written = chapters.filter((chapter) => chapter.lang === lang)
  const planned = plan
    .map((entry, i) => ({ ...entry, number: i + 1 }))
    .filter(({ slug, number }) => !written.some((one) => one.slug === slug || one.order === number))
  return [
    ...planned,
    ...written.map((chapter) => ({
      number: chapter.order,
      slug: chapter.slug,
      title: chapter.title,
      summary: plan.find(({ slug }) => slug === chapter.slug)?.summary ?? chapter.summary,
      chapter,
    })),
  ].sort((a, b) => a.number - b.number)
}
