/** The terms of the book with the places that define them. At build time only. */
import type { GlossaryEntry } from '../../mdx/compile/glossary.ts'
import { chapters, tableOfContents, type Chapter } from '../chapters.ts'

const modules = import.meta.glob<GlossaryEntry[]>('/content/*/glossary.yaml', {
  import: 'default',
  eager: true,
})

export interface Term extends GlossaryEntry {
  /** Chapters that define it, the first one first. */
  places: readonly Chapter[]
  /** "4 Dropout", of a chapter to come that will. */
  comesIn?: string
}

/** Languages that have a glossary. */
export const glossaryLanguages = (): string[] => Object.keys(modules).map((file) => file.split('/')[2] ?? '')

/** From the root of the site: "en/glossary/". */
export const glossaryPath = (lang: string): string => `${lang}/glossary/`

/** By the alphabet; empty if the language has no glossary. */
export const terms = (lang: string): Term[] =>
  (modules[`/content/${lang}/glossary.yaml`] ?? []).map((entry) => {
    const coming = tableOfContents(lang).find(({ slug }) => slug === entry.later)
    return {
      ...entry,
      places: chapters.filter((chapter) => chapter.lang === lang && chapter.terms.includes(entry.id)),
      ...(coming && { comesIn: `${coming.number} ${coming.title}` }),
    }
  })
