import { array, assert, double, property } from 'fast-check'
import { expect, test } from 'vitest'
import { highest, length, lowest, melody, pitchOf } from './melody.ts'

const log = { scale: 'log', domain: [0.01, 1] } as const
const linear = { scale: 'linear', domain: [0, 1] } as const

test('the bottom of the plot is the lowest tone, the top the highest, the middle halfway in octaves', () => {
  expect(pitchOf(0.01, log)).toBeCloseTo(lowest)
  expect(pitchOf(1, log)).toBeCloseTo(highest)
  expect(pitchOf(0.1, log)).toBeCloseTo(Math.sqrt(lowest * highest))
  expect(pitchOf(0.5, linear)).toBeCloseTo(Math.sqrt(lowest * highest))
})

test('what is not a number is silent, what leaves the axis stays at its end', () => {
  expect(pitchOf(Number.NaN, log)).toBeNull()
  expect(pitchOf(Infinity, log)).toBeNull()
  expect(pitchOf(0, log)).toBeCloseTo(lowest)
  expect(pitchOf(-3, linear)).toBeCloseTo(lowest)
  expect(pitchOf(44, log)).toBeCloseTo(highest)
})

test('a melody keeps the clock: both ends are heard, and half a run takes half the time', () => {
  const epochs = Array.from({ length: 401 }, (_, i) => i / 2)
  const tones = melody(epochs, epochs, { start: 0, end: 400 }, { scale: 'linear', domain: [0, 200] })
  expect(tones[0]).toEqual({ at: 0, epoch: 0, pitch: lowest })
  expect(tones.at(-1)).toMatchObject({ at: length / 2, epoch: 200 })
  expect(tones.at(-1)!.pitch).toBeCloseTo(highest)
})

test('a clock that runs down is played in the order of time', () => {
  const tones = melody([10, 5, 0], [1, 0.1, 0.01], { start: 10, end: 0 }, log)
  expect(tones.map(({ at }) => Math.abs(at))).toEqual([0, length / 2, length])
})

test('a falling curve is a falling melody, whatever its values', () => {
  const curve = array(double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 300 })
  assert(
    property(curve, (values) => {
      const falling = values.toSorted((a, b) => b - a)
      const pitches = melody(
        falling.map((_, i) => i),
        falling,
        { start: 0, end: falling.length },
        { scale: 'log', domain: [1e-6, 1e6] },
      ).map(({ pitch }) => pitch ?? Number.NaN)
      expect(pitches.every((pitch, i) => i === 0 || pitch <= pitches[i - 1]! + 1e-9)).toBe(true)
      expect(pitches.every((pitch) => pitch >= lowest - 1e-6 && pitch <= highest + 1e-6)).toBe(true)
    }),
    { seed: 1 },
  )
})
