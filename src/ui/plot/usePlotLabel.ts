/** Keeps a plot's label in words: "Loss at epoch 36: Small 0.25, He 0.013, Large 0.69. Rate from 0.01 to 0.1 at epoch 12". */
import { useRef, type RefObject } from 'react'
import type { History, Run } from '../../lab/runState.ts'
import { medianAt } from '../figure/facts.ts'
import { useFigure } from '../figure/FigureContext.ts'
import { politeLabel, useFrame } from '../figure/useFrame.ts'
import { capital, formatClock, formatValue } from '../format.ts'
import { metricOf } from './axes.ts'
import { marksOf } from './marks.ts'

/** `ghost`: what became of the run before it was forked, where the plot shows it. */
export function plotLabel(run: Run, metric: string, ghost: History | null = null): string {
  const state = run.getState()
  const { now, reach, config, variants, status, forkedAt } = state
  const { label, format } = metricOf(run.setup, metric)
  const clock = run.setup.clock(config)
  if (reach.step === 0) return `${capital(label)}: empty axes${status === 'idle' ? ', not started' : ''}`
  const place = (epoch: number) => `${clock.name} ${formatClock(epoch, clock.end - clock.start)}`
  const values = (read: (variant: string) => number | undefined) =>
    variants
      .map((variant) => {
        const value = read(variant)
        return `${run.setup.variants[variant]?.label ?? variant} ${value === undefined ? 'not measured' : formatValue(value, format)}`
      })
      .join(', ')
  const sentences = [
    `${capital(label)} at ${place(now.epoch)}: ${values((variant) => medianAt(run, variant, metric))}`,
    ...marksOf(state, run.setup, ghost !== null).map(
      ({ spoken, epoch }) => `${capital(spoken)} at ${place(epoch)}`,
    ),
  ]
  if (ghost && forkedAt && now.step > forkedAt.step) {
    const before = (variant: string) => ghost.median(variant, metric)[ghost.indexAt(variant, now.step)]
    sentences.push(`Before the fork: ${values(before)}`)
  }
  return sentences.join('. ')
}

export function usePlotLabel(box: RefObject<Element | null>, metric: string) {
  const { run, ghost } = useFigure()
  const spoken = useRef({ at: 0 })
  useFrame(run, () => {
    if (box.current) {
      const running = run.getState().status === 'running'
      politeLabel(box.current, () => plotLabel(run, metric, ghost()), running, spoken.current)
    }
  })
}
