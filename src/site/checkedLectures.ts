/** Slides must name what the chapter and its figures have: figures, plots, panels, variants, and places on their clock. */
import { defaults, type Config } from '../lab/config.ts'
import type { Setup } from '../lab/setup.ts'
import { most, type WrittenSlide } from '../mdx/compile/lecture.ts'
import type { PlacedFigure } from '../mdx/compile/numbers.ts'
import { suggest } from '../mdx/compile/problems.ts'
import type { FigureParts } from './figureParts.ts'

type AnySetup = Pick<Setup<Config>, 'config' | 'variants' | 'clock'>

const unknown = (kind: string, asked: readonly string[], known: readonly string[]) =>
  asked
    .filter((name) => !known.includes(name))
    .map((name) => `The figure has no ${kind} "${name}". ${suggest(name, known)}`)

/** What is wrong with one slide of this figure, in sentences. */
export const faultsOfSlide = (slide: WrittenSlide, setup: AnySetup, parts: FigureParts): string[] => {
  const variants = Object.keys(setup.variants)
  const { start, end, name } = setup.clock(defaults(setup.config))
  const [low, high] = [Math.min(start, end), Math.max(start, end)]
  return [
    ...unknown('plot', slide.metrics, parts.metrics),
    ...unknown('panel', slide.panels, parts.panels),
    ...unknown('variant', slide.variants ?? [], variants),
    ...(slide.variants === undefined && variants.length > most.variants
      ? [
          `The figure has ${variants.length} variants; ${most.variants} can be read from the last row. Choose them: variants="${variants.slice(0, most.variants).join(' ')}".`,
        ]
      : []),
    ...slide.cues
      .filter((at) => at < low || at > high)
      .map((at) => `A cue points at ${name} ${at}; the figure's clock goes from ${start} to ${end}.`),
  ]
}

/** @throws one line per mistake, `path:line: reason`, if a slide asks for what is not there. */
export const checkLecture = (
  path: string,
  slides: readonly WrittenSlide[],
  figures: readonly PlacedFigure[],
  setups: Readonly<Record<string, AnySetup>>,
  partsOf: (widget: string) => FigureParts,
): void => {
  const mistakes = slides.flatMap((slide) => {
    const placed = figures.find(({ id }) => id === slide.figure)
    const setup = placed && setups[placed.widget]
    const ids = figures.map(({ id }) => id)
    const faults = !placed
      ? [`The chapter has no figure "${slide.figure}". ${suggest(slide.figure, ids)}`]
      : setup
        ? faultsOfSlide(slide, setup, partsOf(placed.widget))
        : [`src/widgets/${placed.widget} has no config.ts.`]
    return faults.map((fault) => `${path}:${slide.line}: ${fault}`)
  })
  if (mistakes.length > 0) throw new Error(`\n${mistakes.join('\n')}\n`)
}
