/** What a reader hears of a curve: rendered by Web Audio, and its pitch counted. */
import { expect, test } from 'vitest'
import type { Tone } from '../../src/ui/figure/listen/melody.ts'
import { schedule, voiceOf } from '../../src/ui/figure/listen/sound.ts'

const rate = 22_050

const render = async (tones: readonly Tone[], seconds: number, index = 0, count = 1) => {
  const context = new OfflineAudioContext(2, rate * seconds, rate)
  schedule(context, tones, voiceOf(index, count), 0)
  const sound = await context.startRendering()
  return { left: sound.getChannelData(0), right: sound.getChannelData(1) }
}

/** Hz, from how often the wave goes up through zero between two times. */
const pitchBetween = (wave: Float32Array, from: number, to: number) => {
  let rises = 0
  for (let i = from * rate; i < to * rate; i++) if (wave[i]! < 0 && wave[i + 1]! >= 0) rises++
  return rises / (to - from)
}

const loudness = (wave: Float32Array, from = 0, to = wave.length / rate) =>
  Math.sqrt(wave.slice(from * rate, to * rate).reduce((sum, value) => sum + value * value, 0))

const flat = (pitch: number | null, from: number, to: number): Tone[] =>
  Array.from({ length: 10 }, (_, i) => ({ at: from + ((to - from) * i) / 9, epoch: i, pitch }))

test('a level curve is one tone of its pitch, and a step down is a lower one', async () => {
  const { left } = await render([...flat(880, 0, 0.9), ...flat(220, 1, 2)], 2)
  expect(pitchBetween(left, 0.2, 0.8)).toBeCloseTo(880, -1)
  expect(pitchBetween(left, 1.2, 1.8)).toBeCloseTo(220, -1)
})

test('where there is no number there is no sound', async () => {
  const { left } = await render([...flat(440, 0, 0.5), ...flat(null, 0.6, 1.4), ...flat(440, 1.5, 2)], 2)
  expect(loudness(left, 0.1, 0.4)).toBeGreaterThan(1)
  expect(loudness(left, 0.75, 1.3)).toBeLessThan(1e-3)
  expect(loudness(left, 1.6, 1.9)).toBeGreaterThan(1)
})

test('the first variant is more in the left ear, the last in the right', async () => {
  const first = await render(flat(440, 0, 1), 1, 0, 3)
  const last = await render(flat(440, 0, 1), 1, 2, 3)
  expect(loudness(first.left)).toBeGreaterThan(2 * loudness(first.right))
  expect(loudness(last.right)).toBeGreaterThan(2 * loudness(last.left))
})
