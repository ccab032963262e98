/** The picture of a recording: what print and readers without JavaScript see. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Recording } from '../../src/lab/recording.ts'
import { defineSetup } from '../../src/lab/setup.ts'
import { plotsOf, width, wordsOf } from '../../src/site/recorded/plots.ts'
import { RecordedPlots } from '../../src/site/recorded/RecordedPlots.tsx'
import { recordingOf } from '../../src/site/recorded/recordings.ts'

const setup = defineSetup({
  config: {},
  variants: { low: { label: 'Low' }, high: { label: 'High' } },
  metrics: {
    loss: { label: 'loss', scale: 'log', domain: [0.01, 10] },
    accuracy: { label: 'accuracy', scale: 'linear', domain: [0, 1], format: 'percent' },
  },
  clock: () => ({ name: 'layer', label: 'layer (last to first)', start: 3, end: 1 }),
  steps: () => 2,
  measureEvery: () => 1,
})

const rows = (...values: number[]) => values.map((value) => [value, value, value])
const recording: Recording = {
  widget: 'net',
  config: {},
  backend: 'wasm',
  steps: 2,
  seeds: [0, 1, 2],
  versions: { book: '0.1.0', tfjs: '4.22.0' },
  metrics: { loss: 'number', accuracy: 'percent' },
  variants: {
    low: {
      steps: [0, 1, 2],
      epochs: [3, 2, 1],
      metrics: { loss: rows(1, 0.1, 0.01), accuracy: rows(0.1, 0.5, 0.9) },
      diverged: [null, null, null],
      views: [],
    },
    high: {
      steps: [0, 1],
      epochs: [3, 2],
      metrics: { loss: rows(1, Number.NaN), accuracy: rows(0.1, Number.NaN) },
      diverged: [1, 1, 1],
      views: [],
    },
  },
}

describe('the picture', () => {
  const plots = plotsOf(recording, setup)
  const [loss, accuracy] = plots.plots

  it('has each line where its axes say', () => {
    const { left, right } = plots
    expect(right).toBeLessThan(width)
    // Three decades of loss; the clock runs backwards from 3 to 1.
    const at = (decade: number) => loss!.top + (decade / 3) * loss!.height
    const tidy = (value: number) => Math.round(value * 10) / 10
    // The second of the three measurements lies on the straight way between the others, so it is left out.
    const [across, down] = [tidy(right) - tidy(left), tidy(tidy(at(3)) - tidy(at(1)))]
    expect(loss!.lines[0]!.line).toBe(`M${tidy(left)} ${tidy(at(1))}l${across} ${down}`)
    expect(loss!.lines[0]!.end).toEqual({ x: right, y: at(3), lost: false })
    expect(accuracy!.lines[0]!.label.value).toBe('90%')
    expect(plots.clock.ticks.map(({ text }) => text)).toEqual(['1', '2', '3'])
    expect(plots.clock.ticks[0]!.at).toBe(right)
  })

  it('marks where the numbers of a variant were lost', () => {
    const { end, label } = loss!.lines[1]!
    expect([end.lost, label.value]).toEqual([true, 'NaN'])
    expect(end.x).toBe((plots.left + plots.right) / 2)
    expect(label.x).toBe(end.x + 12)
  })

  it('keeps labels apart', () => {
    const same = {
      ...recording,
      variants: { low: recording.variants['low']!, high: recording.variants['low']! },
    }
    for (const { lines } of plotsOf(same, setup).plots)
      expect(Math.abs(lines[0]!.label.y - lines[1]!.label.y)).toBeGreaterThanOrEqual(15)
  })

  it('says in words what it shows', () => {
    expect(wordsOf(recording, setup, plots)).toBe(
      'Recorded run of 3 seeds to layer 1, medians. Loss at the end: Low 0.010; High NaN. Accuracy at the end: Low 90%; High NaN.',
    )
    const html = renderToStaticMarkup(createElement(RecordedPlots, { recording, setup }))
    expect(html).toMatch(/<svg[^>]* role="img" aria-label="Recorded run of 3 seeds/)
    expect(html).toContain('A recording of 3 seeds.')
  })
})

it.each(['one-bend', 'gradient-thermometer', 'born-dead', 'activation-race', 'kill-a-relu'])(
  '%s has a recording that can be drawn',
  (widget) => {
    const { recording: made, setup: its } = recordingOf(widget)!
    const html = renderToStaticMarkup(createElement(RecordedPlots, { recording: made, setup: its }))
    expect(html.match(/class="line"/g)!.length).toBe(
      Object.keys(its.variants).length * Object.keys(its.metrics).length,
    )
    expect(html).not.toMatch(/ (d|x|y|x1|x2|y1|y2|transform)="[^"]*(NaN|undefined|Infinity)/)
  },
)

it('a figure that is not recorded yet has none', () => {
  expect(recordingOf('nothing')).toBeNull()
})
