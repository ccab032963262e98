/** Any text whatever in an address, for each figure of the book: valid settings, and short sentences. */
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Config, Field } from '../../src/lab/config.ts'
import { fromLink } from '../../src/lab/link.ts'
import { toLink } from '../../src/lab/toLink.ts'
import type { Setup } from '../../src/lab/setup.ts'

const modules = import.meta.glob<Setup<Config>>('../../src/widgets/*/config.ts', {
  import: 'default',
  eager: true,
})
const setups = Object.entries(modules).map(([file, setup]) => [file.split('/').at(-2) ?? '', setup] as const)

/** Names that objects have by themselves, numbers that are none, markup, and encodings that are broken. */
const nasty = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'toString',
  'v',
  'at',
  'change',
  'seeds',
  'variants',
  'backend',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '%',
  '%E0%A4%A',
  '%00',
  '\u202e\u0000\ud800',
  '1e309',
  '-1e309',
  'NaN',
  '0x10',
  '9'.repeat(400),
  '0.1'.repeat(40),
  ',',
  ':',
  '=',
  '&',
  '#',
  '?',
]

/** Pieces of links to this figure, mixed with what does not belong there. */
const links = (setup: Setup<Config>) => {
  const known = [...Object.keys(setup.config), ...Object.keys(setup.variants)]
  const piece = fc.oneof(
    fc.constantFrom(...nasty, ...known, '=', '&', ',', ':'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )
  const pair = fc
    .tuple(fc.constantFrom(...known, 'seeds', 'variants', 'at', 'change', 'backend', 'v'), piece, piece)
    .map(([name, ...value]) => `${name}=${value.join('')}`)
  return fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
    fc.array(pair, { maxLength: 8 }).map((all) => all.join('&')),
  )
}

const isValid = (field: Field, value: unknown): boolean => {
  if (field.kind === 'range') return typeof value === 'number' && value >= field.min && value <= field.max
  return field.kind === 'choice' ? field.options.includes(value as string) : typeof value === 'boolean'
}

const isStep = (step: number, last: number) => Number.isInteger(step) && step >= 0 && step <= last

/** What of the settings that a link gives cannot be trained, and what of its sentences cannot be shown. */
function wrongWith(setup: Setup<Config>, link: string): string[] {
  const { corrections, ...settings } = fromLink(setup, link)
  const { config, variants, seeds, changes, at } = settings
  const values = config as Record<string, unknown>
  const last = setup.steps(config)
  // What was made of it can be shared again, and needs no correction.
  const { corrections: again, ...shared } = fromLink(setup, toLink(setup, settings))
  const checks: Record<string, boolean> = {
    names: Object.keys(values).toSorted().join() === Object.keys(setup.config).toSorted().join(),
    values: Object.entries(setup.config).every(([name, field]) => isValid(field, values[name])),
    variants: variants.length > 0 && variants.every((name) => Object.hasOwn(setup.variants, name)),
    seeds: seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32),
    'number of seeds': seeds.length > 0 && seeds.length <= 10,
    changes: changes.every(({ step }) => isStep(step, last)),
    moment: at === null || isStep(at, last),
    'number of sentences': corrections.length <= 12,
    sentences: corrections.every((sentence) => sentence.endsWith('.') && sentence.length < 400),
    'shared again': isDeepStrictEqual(shared, settings) && again.length === 0,
  }
  return Object.keys(checks).filter((name) => !checks[name])
}

test('there are figures', () => expect(setups.length).toBeGreaterThan(10))

describe.each(setups)('%s', (_name, setup) => {
  test('takes any link', () => {
    fc.assert(
      fc.property(links(setup), (link) => {
        expect(wrongWith(setup, link)).toEqual([])
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  test('takes a link of 100 kB, and does not answer with as much', () => {
    const fields = Object.keys(setup.config)
    const parts = [
      'x=1&',
      'seeds=x,',
      'variants=zero,',
      'change=1:nothing:2&',
      `${fields[0] ?? 'x'}=`,
      ...fields.map((name) => `change=2:${name}:1e9&`),
    ]
    const seeds = `seeds=${Array.from({ length: 10_000 }, (_, i) => `q${i}`).join()}`
    const all = [seeds, ...parts.map((part) => part.repeat(100_000 / part.length))]
    expect(all.flatMap((link) => wrongWith(setup, link))).toEqual([])
  })
})
