import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { choice, defaults, range, toggle, type Config } from './config.ts'
import { parseConfig } from './parseConfig.ts'

const config = {
  depth: range({ label: 'Hidden layers', min: 1, max: 10, step: 1, default: 3 }),
  noise: range({ label: 'Noise', min: 0.1, max: 0.92, step: 0.05, default: 0.2 }),
  learningRate: range({ label: 'Learning rate', min: 1e-4, max: 1, scale: 'log', default: 0.01 }),
  activation: choice({
    label: 'Activation',
    options: ['relu', 'tanh'],
    names: { relu: 'ReLU' },
    default: 'tanh',
  }),
  bias: toggle({ label: 'Bias', default: true }),
}
const read = (raw: Record<string, unknown>) => parseConfig(config, raw)

test.each([
  [{ learningRate: 7 }, { learningRate: 1 }, 'Learning rate was 7; the largest this figure takes is 1.'],
  [
    { learningRate: '-1e-9' },
    { learningRate: 1e-4 },
    'Learning rate was -1e-9; the smallest this figure takes is 0.0001.',
  ],
  [
    { learningRate: '1e999' },
    { learningRate: 1 },
    'Learning rate was 1e999; the largest this figure takes is 1.',
  ],
  [{ depth: Number.NaN }, { depth: 3 }, 'Hidden layers was NaN, which is not a number; this figure uses 3.'],
  [{ depth: Infinity }, { depth: 10 }, 'Hidden layers was Infinity; the largest this figure takes is 10.'],
  [{ depth: 'many' }, { depth: 3 }, 'Hidden layers was "many", which is not a number; this figure uses 3.'],
  [{ depth: '' }, { depth: 3 }, 'Hidden layers was "", which is not a number; this figure uses 3.'],
  [{ depth: null }, { depth: 3 }, 'Hidden layers was null, which is not a number; this figure uses 3.'],
  [{ depth: [4] }, { depth: 3 }, 'Hidden layers was a list, which is not a number; this figure uses 3.'],
  [{ depth: 4.4 }, { depth: 4 }, 'Hidden layers was 4.4; the nearest value this figure takes is 4.'],
  [{ noise: 0.43 }, { noise: 0.45 }, 'Noise was 0.43; the nearest value this figure takes is 0.45.'],
  [{ noise: 0.92 }, { noise: 0.9 }, 'Noise was 0.92; the largest this figure takes is 0.9.'],
  [
    { activation: 'swish' },
    { activation: 'tanh' },
    'Activation was "swish"; this figure takes relu or tanh, and uses tanh.',
  ],
  [
    { bias: 'maybe' },
    { bias: true },
    'Bias was "maybe", which is neither true nor false; this figure uses true.',
  ],
  [{ colour: 'red' }, {}, 'This figure has no setting called "colour"; it was left out.'],
  [
    { depth: 'x'.repeat(1e6) },
    {},
    `Hidden layers was "${'x'.repeat(32)}…", which is not a number; this figure uses 3.`,
  ],
])('%j', (raw, expected, sentence) => {
  expect(read(raw)).toEqual({ values: { ...defaults(config), ...expected }, corrections: [sentence] })
})

test.each([
  [{ depth: '7' }, { depth: 7 }],
  [{ noise: 0.1 + 0.2 }, { noise: 0.3 }],
  [{ noise: '0.9' }, { noise: 0.9 }],
  [{ learningRate: '.5' }, { learningRate: 0.5 }],
  [{ activation: ' ReLU ' }, { activation: 'relu' }],
  [{ bias: 'false' }, { bias: false }],
  [{ bias: 0 }, { bias: false }],
  [{ depth: undefined }, {}],
])('%j needs no word', (raw, expected) => {
  expect(read(raw)).toEqual({ values: { ...defaults(config), ...expected }, corrections: [] })
})

test('nothing is inherited: names of objects are names like any other', () => {
  const raw: Record<string, unknown> = JSON.parse('{"__proto__": {"depth": 9}, "constructor": 1}')
  expect(read(raw).values).toEqual(defaults(config))
  expect(read(raw).corrections).toHaveLength(2)
})

/** What a slider, a menu or a switch of this field could have produced. */
const isValid = (fields: Config, name: string, value: unknown): boolean => {
  const field = fields[name]!
  if (field.kind === 'toggle') return typeof value === 'boolean'
  if (field.kind === 'choice') return field.options.includes(value as string)
  if (typeof value !== 'number' || !(value >= field.min && value <= field.max)) return false
  const ticks = (value - field.min) / (field.step ?? 1)
  return field.step === undefined || Math.abs(ticks - Math.round(ticks)) < 1e-6
}

const garbage = fc.oneof(
  fc.anything(),
  fc.double(),
  fc.string(),
  fc.double().map(String),
  fc.constantFrom('Infinity', '-Infinity', 'NaN', '0x10', '1e400', 'TRUE', 'null'),
)

test('any garbage gives valid values, a sentence for each change, and valid values are left alone', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(config)), fc.string()), garbage),
      (raw) => {
        const { values, corrections } = read(raw)
        expect(Object.keys(values)).toEqual(Object.keys(config))
        for (const [name, value] of Object.entries(values)) expect(isValid(config, name, value)).toBe(true)
        for (const sentence of corrections) expect(sentence).toMatch(/^(?=.{10,200}$)[A-Z].*\.$/s)
        expect(read(values)).toEqual({ values, corrections: [] })
      },
    ),
    { numRuns: 500, seed: 1 },
  )
})
