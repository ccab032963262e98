import { expect, test } from 'vitest'
import { createBackendMemory } from './backendMemory.ts'

const report = [
  { backend: 'cpu' as const, stepsPerSecond: 90 },
  { backend: 'webgl' as const, stepsPerSecond: null, why: 'WebGL is off.' },
]

function box(text?: string) {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => text ?? kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

test('what was measured is known to the next page, for this figure alone', () => {
  const storage = box()
  expect(createBackendMemory('a', () => storage).recall()).toBeNull()
  createBackendMemory('a', () => storage).remember(report)
  expect(createBackendMemory('a', () => storage).recall()).toEqual(report)
  expect(createBackendMemory('b', () => storage).recall()).toBeNull()
})

test.each([
  '{',
  'null',
  '[]',
  '{"backend":"cpu"}',
  '[{"backend":"gpu","stepsPerSecond":5}]',
  '[{"backend":"cpu","stepsPerSecond":"5"}]',
  '[{"backend":"cpu","stepsPerSecond":-5}]',
  '[{"backend":"cpu","stepsPerSecond":null}]',
  '[7]',
])('%s in the storage counts as nothing', (text) => {
  expect(createBackendMemory('a', () => box(text)).recall()).toBeNull()
})

test('a storage that throws, or is none, leaves the page its own memory', () => {
  const memories = [
    createBackendMemory('a', () => {
      throw new Error('SecurityError')
    }),
    createBackendMemory('a', undefined),
  ]
  for (const memory of memories) {
    expect(memory.recall()).toBeNull()
    memory.remember(report)
    expect(memory.recall()).toEqual(report)
  }
})
