import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { changedAt } from '../../../lab/changes.ts'
import { range } from '../../../lab/config.ts'
import { createHistory } from '../../../lab/history.ts'
import { defineSetup } from '../../../lab/setup.ts'
import type { Run, RunState } from '../../../lab/runState.ts'
import { escape } from '../../escape.ts'
import { csvOf } from './csv.ts'
import { fileName } from './fileName.ts'
import { covers } from './fonts.ts'
import { settingsWords } from './settingsWords.ts'
import { tag } from './xml.ts'

const setup = defineSetup({
  config: {
    rate: range({ label: 'learning rate', min: 0, max: 1, default: 0.1, live: true }),
    step: range({ label: 'stride', min: 1, max: 9, default: 3, step: 1, unit: 'pixels' }),
  },
  variants: { small: { label: 'Small' }, large: { label: 'Large' } },
  metrics: { loss: { label: 'loss', scale: 'log', domain: [0.01, 1] } },
  clock: () => ({ name: 'epoch', label: 'epoch', start: 0, end: 2 }),
  steps: () => 20,
  measureEvery: () => 10,
})

/** A run as far as tables ask it: what was measured, and its settings. */
function runOf(values: readonly (readonly number[])[], state: Partial<RunState> = {}): Run {
  const history = createHistory({ variants: ['small', 'large'], metrics: ['loss'], seeds: [0, 7] })
  for (const variant of ['small', 'large'])
    history.append(variant, {
      steps: values.map((_, i) => 10 * i),
      epochs: values.map((_, i) => i),
      values: values.flat(),
    })
  const whole = {
    variants: ['small', 'large'],
    seeds: [0, 7],
    initialConfig: { rate: 0.1, step: 3 },
    changes: [],
    images: null,
    ...state,
  }
  return { setup, history, getState: () => whole } as unknown as Run
}

/** RFC 4180, read by its own words. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  let [row, field, quoted] = [[] as string[], '', false]
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (quoted) {
      if (sign !== '"') field += sign
      else if (text[i + 1] === '"') field += text[i++]
      else quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === ',') [row, field] = [[...row, field], '']
    else if (sign === '\r' && text[i + 1] === '\n') {
      rows.push([...row, field])
      ;[row, field] = [[], '']
      i++
    } else field += sign
  }
  return rows
}

test('the table has every value of every variant and seed with all its digits, and none for a seed that diverged', () => {
  const pi = 0.1 + 0.2
  const text = csvOf(
    runOf([
      [1, 2],
      [pi, Number.NaN],
      [1e-30, Number.POSITIVE_INFINITY],
    ]),
  )
  const [head, ...rows] = parse(text)
  expect(head).toEqual(['variant', 'seed', 'step', 'epoch', 'loss', 'rate', 'step_'])
  expect(rows.length).toBe(2 * 2 * 3)
  expect(rows[1]).toEqual(['small', '0', '10', '1', String(pi), '0.1', '3'])
  expect(rows.slice(3, 6).map((row) => row[4])).toEqual(['2', '', ''])
  expect(rows.slice(6, 9).map((row) => Number(row[4]))).toEqual([1, pi, 1e-30])
})

test('a setting that was changed on the way has its new value from then on', () => {
  const changes = changedAt([], 10, { rate: 0.5 })
  const [, ...rows] = parse(
    csvOf(
      runOf(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        { changes },
      ),
    ),
  )
  expect(rows.slice(0, 3).map((row) => row[5])).toEqual(['0.1', '0.5', '0.5'])
})

test('whatever stands in a cell is read back as it was', () => {
  assert(
    property(string(), (text) => {
      const initialConfig = { rate: 0.1, step: text }
      const rows = parse(csvOf(runOf([[1, 1]], { initialConfig })))
      expect(rows[1]?.[6]).toBe(text)
    }),
    { seed: 1 },
  )
})

test('settings are said in words', () => {
  expect(settingsWords(runOf([]))).toBe('Settings as published; seeds 0, 7.')
  const other = runOf([], {
    initialConfig: { rate: 0.1, step: 5 },
    changes: changedAt([], 10, { rate: 0.5 }),
    seeds: [0, 1, 2],
  })
  expect(settingsWords(other)).toBe('Stride 5 pixels; learning rate 0.5 from step 10; seeds 0 to 2.')
})

test('files are named after the figure', () => {
  expect(fileName({ number: '2.4', widget: 'three-sizes' }, 'csv')).toBe('figure-2.4-three-sizes.csv')
  expect(fileName({ number: undefined, widget: 'three-sizes' }, 'svg')).toBe('figure-three-sizes.svg')
})

test('text cannot leave its place in the picture', () => {
  expect(tag('text', { 'aria-label': '"><script>' }, escape('<b>&\u0000'))).toBe(
    '<text aria-label="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</text>',
  )
})

test('a font is taken for characters that it has', () => {
  expect(covers('U+370-377, U+3A3-3FF', 'spread σ')).toBe(true)
  expect(covers('U+370-377, U+3A3-3FF', 'spread')).toBe(false)
  expect(covers('', 'spread')).toBe(true)
})
