/** The lecture of each chapter that has one: its slides in order, checked against the figures that they show. */
import { createElement, type ComponentType, type ReactNode } from 'react'
import type { MDXProps } from 'mdx/types'
import type { Config } from '../lab/config.ts'
import type { Setup } from '../lab/setup.ts'
import type { LectureFacts, WrittenSlide } from '../mdx/compile/lecture.ts'
import { chapters, type Chapter } from './chapters.ts'
import { checkLecture } from './checkedLectures.ts'
import { Cue } from './lecture/presenter/Cue.tsx'
import { partsOfFigure } from './figureParts.ts'

export interface Slide {
  /** The figure's id on the chapter page. */
  figure: string
  widget: string
  /** "2.4" */
  number: string
  /** Of the figure. */
  title: string
  /** What to remember, at most 10 words. */
  key: string
  /** Asked instead of the figure's own question, where that is too long for a slide. */
  ask?: string
  /** Which LinePlots are shown: 1 or 2. */
  metrics: string[]
  /** The title of the panel that is shown beside them, if any. */
  panels: string[]
  /** At most 3; all when absent. */
  variants?: string[]
  /** What only who speaks sees. */
  Notes: ComponentType
}

export interface Lecture {
  slug: string
  chapter: Chapter
  /** From the root of the site, without the first slash: "en/activations/lecture/". */
  path: string
  /** How long it is planned to take. */
  minutes: number
  slides: Slide[]
}

interface LectureModule {
  default: ComponentType<MDXProps>
  lecture: LectureFacts
}

const modules = import.meta.glob<LectureModule>('/content/*/lectures/*.mdx', { eager: true })
const configs = import.meta.glob<Setup<Config>>('../widgets/*/config.ts', { import: 'default', eager: true })
const setups = Object.fromEntries(
  Object.entries(configs).map(([file, setup]) => [file.split('/').at(-2) ?? '', setup]),
)

/** The notes of one slide: the text of all, in which only this slide's show. */
const notesOf = (Text: ComponentType<MDXProps>, shown: string) => {
  const OneSlide = ({ figure, children }: { figure: string; children?: ReactNode }) =>
    figure === shown ? children : null
  return () => createElement(Text, { components: { Slide: OneSlide, Cue, h2: 'h3' } })
}

const slideOf = (
  { figure, key, ask, metrics, panels, variants }: WrittenSlide,
  chapter: Chapter,
  Text: ComponentType<MDXProps>,
): Slide => {
  // checkLecture has made sure that it is there.
  const { widget, number } = chapter.figures.find(({ id }) => id === figure)!
  return {
    figure,
    widget,
    number,
    title: partsOfFigure(widget).title,
    key,
    ...(ask !== undefined && { ask }),
    metrics,
    panels,
    ...(variants && { variants }),
    Notes: notesOf(Text, figure),
  }
}

export const lectures: readonly Lecture[] = Object.entries(modules)
  .flatMap(([file, { default: Text, lecture }]): Lecture[] => {
    const lang = file.split('/')[2] ?? ''
    const chapter = chapters.find((one) => one.lang === lang && one.slug === lecture.slug)
    // The chapter's own mistake has been reported by now.
    if (!chapter) return []
    checkLecture(file.slice(1), lecture.slides, chapter.figures, setups, partsOfFigure)
    const { slug, minutes } = lecture
    const slides = lecture.slides.map((slide) => slideOf(slide, chapter, Text))
    return [{ slug, chapter, path: `${chapter.path}lecture/`, minutes, slides }]
  })
  .sort((a, b) => a.chapter.order - b.chapter.order)
