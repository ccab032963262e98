import { describe, expect, it } from 'vitest'
import { range } from './config.ts'
import { decodeRecording, encodeRecording, misfit, type Recording } from './recording.ts'
import { coarse, coarseTree } from './recordingArrays.ts'
import { defineSetup } from './setup.ts'

const waves = (length: number) => Float32Array.from({ length }, (_, i) => Math.sin(i) * 3)

const view = {
  image: coarse(waves(3000)),
  line: coarse(waves(100)),
  exact: waves(50),
  holes: coarse(Float32Array.from([1, Number.NaN, 0.5])),
  infinite: Float32Array.from([1, -Infinity]),
  none: new Float32Array(0),
  labels: Uint8Array.from([0, 1, 255]),
  layers: [{ name: 'layer 1', mean: Number.NaN, std: Infinity, counts: coarse(waves(40)) }],
}

const recording: Recording = {
  widget: 'net',
  config: { rate: 0.1, data: 'moons', bias: true },
  backend: 'wasm',
  steps: 20,
  seeds: [0, 7],
  versions: { book: '0.1.0', tfjs: '4.22.0' },
  metrics: { loss: 'number', accuracy: 'percent' },
  variants: {
    low: {
      steps: [0, 10, 20],
      epochs: [0, 0.5, 1],
      metrics: {
        loss: [
          [0.7, 0.6],
          [1e-12, 3e38],
          [-0.5, Number.NaN],
        ],
        accuracy: [
          [0.5, 0.5],
          [1, 0],
          [0.25, Number.NaN],
        ],
      },
      diverged: [null, 20],
      views: [
        { step: 0, view },
        { step: 20, view: { ...view, line: waves(10) } },
      ],
    },
  },
}

const changed = (change: (file: Record<string, unknown>) => void): string => {
  const file = JSON.parse(encodeRecording(recording)) as Record<string, unknown>
  change(file)
  return JSON.stringify(file)
}
const low = (file: Record<string, unknown>) =>
  (file['variants'] as Record<string, Record<string, unknown>>)['low']!

describe('a recording', () => {
  it('comes back as it was, and is written the same way twice', () => {
    const text = encodeRecording(recording)
    expect(decodeRecording(text)).toEqual(recording)
    expect(encodeRecording(decodeRecording(text))).toBe(text)
  })

  it('writes equal arrays once, and gives each place its own', () => {
    const text = encodeRecording(recording)
    expect((JSON.parse(text) as { arrays: unknown[] }).arrays).toHaveLength(9)
    const [a, b] = decodeRecording(text).variants['low']!.views.map((each) => each.view as typeof view)
    expect(a!.labels).toEqual(b!.labels)
    expect(a!.labels).not.toBe(b!.labels)
  })

  it.each<[string, string, string]>([
    ['cut off', encodeRecording(recording).slice(0, 300), 'it is cut off or is not JSON'],
    ['not JSON', '<!doctype html>', 'it is cut off or is not JSON'],
    ['a list', '[]', 'expected an object, found a list of 0'],
    ['of a later version', changed((file) => (file['version'] = 2)), 'expected version 1, found 2'],
    ['without seeds', changed((file) => delete file['seeds']), 'a list of numbers at "seeds", found nothing'],
    ['on no backend', changed((file) => (file['backend'] = 'gpu')), 'a backend at "backend", found "gpu"'],
    [
      'of too few seeds',
      changed((file) => (file['seeds'] = [0])),
      'expected 3 rows of 1 numbers at "loss", found a list of 3',
    ],
    [
      'with other epochs',
      changed((file) => (low(file)['epochs'] = [0])),
      'expected 3 epochs, one per measurement, found 1',
    ],
    [
      'without an array',
      changed((file) => (file['arrays'] = [])),
      'expected 0 arrays, and one is called number 0',
    ],
    [
      'with a broken array',
      changed((file) => (file['arrays'] = [{ type: 'grid', data: '%' }])),
      'expected numbers as base64 in "arrays", found something else at 0',
    ],
  ])('%s is refused', (_, text, sentence) => {
    expect(() => decodeRecording(text)).toThrow(
      new RegExp(
        `^The recording cannot be read: .*${sentence.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`,
      ),
    )
    expect(() => decodeRecording(text)).toThrow('Make it again with: npm run record')
  })
})

describe('coarse numbers', () => {
  it('are near, keep their ends and their holes, and stay when made coarse again', () => {
    for (const [length, step] of [
      [100, 6 / 65_000],
      [3000, 6 / 250],
    ] as const) {
      const [fine, rough] = [waves(length), coarse(waves(length))]
      fine.forEach((value, i) => expect(Math.abs(rough[i]! - value)).toBeLessThanOrEqual(step / 2))
      expect([Math.min(...rough), Math.max(...rough)]).toEqual([Math.min(...fine), Math.max(...fine)])
      expect(coarse(rough)).toEqual(rough)
    }
    expect(coarse(Float32Array.from([2, 2, Number.NaN]))).toEqual(Float32Array.from([2, 2, Number.NaN]))
    expect(coarseTree({ a: [waves(9)], b: 'x', c: null })).toEqual({ a: [coarse(waves(9))], b: 'x', c: null })
  })
})

describe('a recording of a setup', () => {
  const setup = defineSetup({
    config: { rate: range({ label: 'Rate', min: 0, max: 1, default: 0.1 }) },
    variants: { low: { label: 'Low' } },
    metrics: {
      loss: { label: 'loss', scale: 'log', domain: [0.1, 1] },
      accuracy: { label: 'accuracy', scale: 'linear', domain: [0, 1] },
    },
    clock: () => ({ name: 'epoch', label: 'epoch', start: 0, end: 1 }),
    steps: () => 20,
    measureEvery: () => 10,
  })
  const fitting = { ...recording, config: { rate: 0.1 } }

  it('fits, or says what differs and what to do', () => {
    expect(misfit(fitting, setup)).toBeNull()
    expect(misfit(recording, setup)).toBe(
      'The recording of net has data moons, the figure undefined. Make it again with: npm run record net',
    )
    expect(misfit({ ...fitting, config: { rate: 0.2 } }, setup)).toContain('has rate 0.2, the figure 0.1')
    expect(misfit({ ...fitting, variants: {} }, setup)).toContain('has the variants , the figure low')
    expect(misfit({ ...fitting, steps: 40 }, setup)).toContain('has 40 steps, the figure 20')
  })
})
