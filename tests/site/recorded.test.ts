/** The picture of a recording: what print and readers without JavaScript see. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Recording } from '../../src/lab/recording.ts'
import { defineSetup } from '../../src/lab/setup.ts'
import { plotsFileOf, plotsFiles, recordedFile } from '../../src/site/recorded/files.ts'
import { plotsOf, width, wordsOf } from '../../src/site/recorded/plots.ts'
import { plotsFile } from '../../src/site/recorded/plotsFile.tsx'
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
    const file = plotsFile(recording, setup)
    const html = renderToStaticMarkup(createElement(RecordedPlots, { file, root: '../../' }))
    expect(html).toMatch(/<svg[^>]* role="img" aria-label="Recorded run of 3 seeds/)
    expect(html).toContain(`<use href="../../${file.name}#plots-1">`)
    expect(html).toContain('A recording of 3 seeds.')
  })

  it('looks like a live figure by itself: no style sheet of a page reaches into its file', () => {
    const { content } = plotsFile(recording, setup)
    expect(content).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" [^>]*><g id="plots-1">/)
    expect(content).not.toMatch(/ (class|style)=/)
    // Each shape says what fills it; one that does not would be black.
    const shapes = content.match(/<path[^>]*>/g)!
    expect(shapes.filter((shape) => !/ fill="(none|var\(--[\w-]+\)|currentColor)"/.test(shape))).toEqual([])
    const drawn = shapes.filter((shape) => shape.includes(' fill="none"'))
    expect(drawn.filter((shape) => !/ stroke="(var\(--[\w-]+\)|currentColor)"/.test(shape))).toEqual([])
  })

  it('has a name that holds what is in it', () => {
    const { name } = plotsFile(recording, setup)
    expect(name).toMatch(/^assets\/recorded-net-[\w-]{8}\.svg$/)
    expect(plotsFile(recording, setup).name).toBe(name)
    const other = { ...setup, variants: { low: { label: 'Least' }, high: { label: 'High' } } }
    expect(plotsFile(recording, other).name).not.toBe(name)
  })
})

it.each(['one-bend', 'gradient-thermometer', 'born-dead', 'activation-race', 'kill-a-relu'])(
  '%s has a recording that can be drawn',
  (widget) => {
    const { setup: its } = recordingOf(widget)!
    const { name, content, pictures } = plotsFileOf(widget)!
    expect(content.match(/stroke-dasharray="var\(--dash\d\)"/g)!.length).toBe(
      Object.keys(its.variants).length * Object.keys(its.metrics).length,
    )
    expect(content).not.toMatch(/ (d|x|y|transform)="[^"]*(NaN|undefined|Infinity)/)
    expect(pictures.map(({ id }) => content.includes(`<g id="${id}">`))).not.toContain(false)
    expect(recordedFile(name)).toBe(content)
  },
)

it('a figure that is not recorded yet has none, and one with a film has no file', () => {
  expect([recordingOf('nothing'), plotsFileOf('nothing'), plotsFileOf('looks-stuck')]).toEqual([
    null,
    null,
    null,
  ])
  expect(recordedFile('assets/recorded-one-bend-00000000.svg')).toBeNull()
  expect(plotsFiles().length).toBeGreaterThan(25)
  expect(new Set(plotsFiles().map(({ name }) => name)).size).toBe(plotsFiles().length)
})
