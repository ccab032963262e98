import { expect, it } from 'vitest'
import { flagWords, momentWords } from './moment.ts'

const epochs = { name: 'epoch', label: 'epoch', start: 0, end: 60 }
const short = { name: 'epoch', label: 'epoch', start: 0, end: 12.8 }
const layers = { name: 'layer', label: 'layer', start: 10, end: 1 }

it('names the unit, and steps while less than one unit has gone by', () => {
  expect(momentWords(epochs, { step: 0, epoch: 0 })).toBe('epoch 0')
  expect(momentWords(epochs, { step: 3, epoch: 0.375 })).toBe('step 3 (epoch 0.4)')
  expect(momentWords(epochs, { step: 64, epoch: 8 })).toBe('epoch 8')
  expect(momentWords(layers, { step: 9, epoch: 1 })).toBe('layer 1')
  expect(momentWords(layers, { step: 1, epoch: 9 })).toBe('layer 9')
  expect(momentWords({ ...epochs, name: 'time', end: 1 }, { step: 4, epoch: 0.5 })).toBe('step 4 (time 0.5)')
})

it('every step shows', () => {
  for (const [clock, perStep, last] of [
    [epochs, 1 / 8, 480],
    [short, 64 / 2000, 400],
  ] as const) {
    const words = Array.from({ length: last + 1 }, (_, step) =>
      momentWords(clock, { step, epoch: step * perStep }),
    )
    expect(new Set(words).size).toBe(words.length)
  }
})

it('the flag is short, and calm while it moves', () => {
  expect(flagWords(epochs, { step: 3, epoch: 0.375 }, false)).toBe('step 3')
  expect(flagWords(epochs, { step: 67, epoch: 8.375 }, false)).toBe('epoch 8.4')
  expect(flagWords(epochs, { step: 67, epoch: 8.375 }, true)).toBe('epoch 8')
})
