/** In which order a slide shows its variants, and which value stands beside each. */
import type { Setup } from '../../lab/setup.ts'
import { medianAt, useFigure, useRunValue } from '../../ui/index.ts'
import { useSlide } from './slideContext.ts'

/** A share that is not on the slide's plots: "92% right". */
export function sideValue(
  { metrics }: Pick<Setup, 'metrics'>,
  plotted: readonly string[],
): { metric: string; words: string } | null {
  const found = Object.entries(metrics).find(
    ([metric, { format }]) => format === 'percent' && !plotted.includes(metric),
  )
  if (!found) return null
  const [metric, { label }] = found
  return { metric, words: /\baccuracy$/.test(label) ? 'right' : label }
}

/**
 * As the slide's author put them; otherwise as their lines end, from the top, once they have. Until then as in the
 * setup, so that nothing moves while it trains.
 */
export function useOrder(variants: readonly string[]): readonly string[] {
  const { slide } = useSlide()
  const { run } = useFigure()
  const [metric = ''] = slide.metrics
  const ended = useRunValue(run, ({ status }) =>
    status === 'done'
      ? variants
          .toSorted(
            (a, b) => (medianAt(run, b, metric, 'reach') ?? 0) - (medianAt(run, a, metric, 'reach') ?? 0),
          )
          .join(' ')
      : '',
  )
  if (slide.variants) return slide.variants
  return ended ? ended.split(' ') : variants
}
