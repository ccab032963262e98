/** Keeps a plot's label in words: "Loss at epoch 36: Small 0.25, He 0.013, Large 0.69". */
import { useRef, type RefObject } from 'react'
import type { Run } from '../../lab/runState.ts'
import { medianAt } from '../figure/facts.ts'
import { useFigure } from '../figure/FigureContext.ts'
import { politeLabel, useFrame } from '../figure/useFrame.ts'
import { capital, formatClock, formatValue } from '../format.ts'
import { metricOf } from './axes.ts'

export function plotLabel(run: Run, metric: string): string {
  const { now, reach, config, variants, status } = run.getState()
  const { label, format } = metricOf(run.setup, metric)
  const clock = run.setup.clock(config)
  if (reach.step === 0) return `${capital(label)}: empty axes${status === 'idle' ? ', not started' : ''}`
  const values = variants.map((variant) => {
    const value = medianAt(run, variant, metric)
    return `${run.setup.variants[variant]?.label ?? variant} ${value === undefined ? 'not measured' : formatValue(value, format)}`
  })
  return `${capital(label)} at ${clock.name} ${formatClock(now.epoch, clock.end - clock.start)}: ${values.join(', ')}`
}

export function usePlotLabel(box: RefObject<Element | null>, metric: string) {
  const { run } = useFigure()
  const spoken = useRef({ at: 0 })
  useFrame(run, () => {
    if (box.current) {
      const running = run.getState().status === 'running'
      politeLabel(box.current, () => plotLabel(run, metric), running, spoken.current)
    }
  })
}
