import { describe, expect, it } from 'vitest'
import type { Recording } from '../lab/recording.ts'
import { defineSetup } from '../lab/setup.ts'
import { range } from '../lab/config.ts'
import { align, toJson, toTable } from './report.ts'

const setup = defineSetup({
  config: { rate: range({ label: 'Rate', min: 0, max: 10, default: 1 }) },
  variants: { low: { label: 'Low' }, high: { label: 'High' } },
  metrics: { loss: { label: 'loss', scale: 'log', domain: [0.001, 10] } },
  clock: () => ({ name: 'epoch', label: 'epoch', start: 0, end: 1 }),
  steps: () => 2,
  measureEvery: () => 1,
})

const recording: Recording = {
  widget: 'net',
  config: { rate: 2 },
  backend: 'wasm',
  steps: 2,
  seeds: [0, 4],
  versions: { book: '1', tfjs: '4' },
  metrics: { loss: 'number' },
  variants: {
    low: {
      steps: [0, 2],
      epochs: [0, 1],
      metrics: {
        loss: [
          [1, 1],
          [0.5, 0.25],
        ],
      },
      diverged: [null, null],
      views: [],
    },
    high: {
      steps: [0, 1],
      epochs: [0, 0.5],
      metrics: {
        loss: [
          [1, 3],
          [7e-8, Number.NaN],
        ],
      },
      diverged: [null, 1],
      views: [],
    },
  },
}

describe('a run as JSON', () => {
  it('has the last values, the history, and null for what was lost', () => {
    expect(JSON.parse(toJson(recording))).toEqual({
      widget: 'net',
      config: { rate: 2 },
      backend: 'wasm',
      steps: 2,
      seeds: [0, 4],
      variants: {
        low: {
          metrics: {
            loss: {
              last: [0.5, 0.25],
              history: [
                { step: 0, values: [1, 1] },
                { step: 2, values: [0.5, 0.25] },
              ],
            },
          },
          diverged: [null, null],
        },
        high: {
          metrics: {
            loss: {
              last: [7e-8, null],
              history: [
                { step: 0, values: [1, 3] },
                { step: 1, values: [7e-8, null] },
              ],
            },
          },
          diverged: [null, 1],
        },
      },
    })
  })
})

describe('a run as a table', () => {
  it('has mean, spread and ends over the seeds that are left, and names those that are not', () => {
    expect(toTable(recording, setup)).toBe(
      [
        'net: rate 2; 2 steps, seeds 0, 4, wasm',
        '',
        'variant  metric      mean      sd       min       max',
        'low      loss       0.375  0.1768      0.25       0.5',
        'high     loss    7.000e-8       -  7.000e-8  7.000e-8',
        '',
        'high diverged: seed 4 at step 1',
      ].join('\n'),
    )
  })

  it('keeps columns in line', () => {
    expect(
      align(
        [
          ['a', 'b'],
          ['long', '10'],
        ],
        1,
      ),
    ).toBe('a      b\nlong  10')
  })
})
