import { expect, test } from 'vitest'
import { createRecovery } from './recovery.ts'

test('a run that gets further each time goes on after seven losses, and not after eight', () => {
  const recovery = createRecovery()
  const ways = Array.from({ length: 8 }, (_, i) => recovery.next('wasm', i, ['wasm', 'cpu']))
  expect(ways.map((way) => way?.[0] ?? null)).toEqual([...Array<string>(7).fill('wasm'), null])
  recovery.forget()
  expect(recovery.next('wasm', 0, ['wasm', 'cpu'])).toEqual(['wasm', 'cpu'])
})

test('a backend that loses it twice without getting further is left for the next', () => {
  const recovery = createRecovery()
  expect(recovery.next('webgl', 5, ['webgl', 'cpu'])).toEqual(['webgl', 'cpu'])
  expect(recovery.next('webgl', 5, ['webgl', 'cpu'])).toEqual(['cpu'])
})
