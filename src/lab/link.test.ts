import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { choice, range, toggle } from './config.ts'
import { fromLink } from './link.ts'
import { toLink } from './toLink.ts'
import { parseSettings, type Settings } from './parseSettings.ts'
import { defineSetup } from './setup.ts'

const options = ['two spirals', 'a&b', 'x=y', '50%', 'ring,s', 'ü+'] as const
const setup = defineSetup({
  config: {
    depth: range({ label: 'Hidden layers', min: 1, max: 10, step: 1, default: 3 }),
    learningRate: range({
      live: true,
      label: 'Learning rate',
      min: 1e-7,
      max: 1,
      scale: 'log',
      default: 0.01,
    }),
    data: choice({ label: 'Data', options, default: 'two spirals' }),
    bias: toggle({ label: 'Bias', default: true }),
  },
  variants: { he: { label: 'He' }, 'a,b&c': { label: 'Odd' }, xavier: { label: 'Xavier' } },
  metrics: { loss: { label: 'loss', scale: 'log', domain: [0.01, 1] } },
  clock: () => ({ name: 'epoch', label: 'epoch', start: 0, end: 1 }),
  steps: () => 10,
  measureEvery: () => 1,
  seeds: 3,
})
const published = parseSettings(setup, {})

test('only what differs is written, readable', () => {
  expect(toLink(setup, published)).toBe('v=1')
  const settings: Settings<typeof setup> = {
    config: { ...published.config, learningRate: 0.1, bias: false },
    variants: ['he', 'xavier'],
    seeds: [0, 1, 7],
    backend: 'wasm',
    changes: [],
    at: null,
  }
  expect(toLink(setup, settings)).toBe(
    'v=1&learningRate=0.1&bias=false&variants=he,xavier&seeds=0,1,7&backend=wasm',
  )
})

test('a hand-edited link opens with the nearest valid settings and says what changed', () => {
  const { corrections, ...settings } = fromLink(
    setup,
    '?v=9&learningRate=5&depth=many&colour=red&variants=xavier,zero,he&seeds=3,3,-2,x&backend=gpu&data=%',
  )
  expect(settings).toEqual({
    config: { depth: 3, learningRate: 1, data: 'two spirals', bias: true },
    variants: ['he', 'xavier'],
    seeds: [3, 0],
    backend: 'auto',
    changes: [],
    at: null,
  })
  expect(corrections).toEqual([
    'This link was made by another edition of the book; what is known here was used.',
    'Hidden layers was "many", which is not a number; this figure uses 3.',
    'Learning rate was 5; the largest this figure takes is 1.',
    'Data was "%"; this figure takes two spirals, a&b, x=y, 50%, ring,s or ü+, and uses two spirals.',
    'This figure has no setting called "colour"; it was left out.',
    'This figure has no variant called "zero"; it has he, a,b&c and xavier.',
    'Seed 3 was named twice; it is trained once.',
    'Seed -2 was changed to 0: seeds are whole numbers from 0.',
    'Seed "x" is not a number; it was left out.',
    'Backend was "gpu"; this figure takes wasm, webgl, cpu or auto, and uses auto.',
  ])
})

test("at most ten seeds; none left means the figure's own", () => {
  expect(fromLink(setup, 'seeds=0,1,2,3,4,5,6,7,8,9,10,11')).toMatchObject({
    seeds: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    corrections: ['This figure trains at most 10 seeds at once; it took the first.'],
  })
  expect(fromLink(setup, 'seeds=').seeds).toEqual([0, 1, 2])
  expect(fromLink(setup, 'variants=').variants).toEqual(['he', 'a,b&c', 'xavier'])
  expect(fromLink(setup, '')).toEqual({ ...published, corrections: [] })
})

test('a field that is called as a part of the link is refused', () => {
  const clash = { ...setup, config: { seeds: toggle({ label: 'Seeds', default: true }) } }
  expect(() => toLink(clash, parseSettings(clash, {}))).toThrow(/Rename the field/)
})

const settings = fc.record({
  config: fc.record({
    depth: fc.integer({ min: 1, max: 10 }),
    learningRate: fc.double({ min: 1e-7, max: 1, noNaN: true }),
    data: fc.constantFrom(...options),
    bias: fc.boolean(),
  }),
  variants: fc.subarray(published.variants.slice(), { minLength: 1 }),
  seeds: fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 1, maxLength: 10 }),
  backend: fc.constantFrom('auto' as const, 'wasm' as const, 'webgl' as const, 'cpu' as const),
  changes: fc
    .uniqueArray(
      fc.record({
        step: fc.integer({ min: 0, max: 10 }),
        values: fc.record({ learningRate: fc.double({ min: 1e-7, max: 1, noNaN: true }) }),
      }),
      { selector: ({ step }) => step, maxLength: 4 },
    )
    .map((changes) => changes.toSorted((a, b) => a.step - b.step)),
  at: fc.option(fc.integer({ min: 0, max: 10 })),
})

test('a link to a moment says what it cannot show', () => {
  const { changes, at, corrections } = fromLink(
    setup,
    'v=2&at=12&change=3:learningRate:0.5,5:depth:2&change=4:learningRate&change=11:learningRate:1&change=3:learningRate:7',
  )
  expect([changes, at]).toEqual([[{ step: 3, values: { learningRate: 1 } }], null])
  expect(corrections).toEqual([
    '"depth" cannot change while this figure trains; the change was left out.',
    '"4:learningRate" does not say what changed; it was left out. "60:learningRate:0.1" would.',
    'Learning rate was to change after step 11; this run has the steps 0 to 10.',
    'Learning rate was 7; the largest this figure takes is 1.',
    'The moment to show was step 12; this run has the steps 0 to 10, and starts at 0.',
  ])
})

test('the way there and back is exact', () => {
  fc.assert(
    fc.property(settings, (chosen) => {
      expect(fromLink(setup, toLink(setup, chosen))).toEqual({ ...chosen, corrections: [] })
    }),
    { numRuns: 500, seed: 1 },
  )
})

const pieces = fc.constantFrom(
  'v',
  'depth',
  'seeds',
  'variants',
  'backend',
  'learningRate',
  'data',
  '=',
  '&',
  ',',
  '%',
  '%E0',
  '-1',
  '1e9',
  '?',
  '#',
)

test('any text gives settings that a link can hold', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((all) => all.join('')),
      ),
      (text) => {
        const { corrections, ...found } = fromLink(setup, text)
        expect(corrections.every((sentence) => sentence.endsWith('.'))).toBe(true)
        expect(fromLink(setup, toLink(setup, found))).toEqual({ ...found, corrections: [] })
      },
    ),
    { numRuns: 500, seed: 1 },
  )
})
