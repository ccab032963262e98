/** Every figure of the book, found by its folder, in a real browser: it mounts, and it trains. */
import { expect, test } from 'vitest'
import { errors, names, takeTwoSteps } from './figures.tsx'

test('there are figures', () => expect(names.length).toBeGreaterThanOrEqual(5))

test.each(names)('%s is idle at first, and takes two steps on wasm', async (name) => {
  expect((await takeTwoSteps(name, 'wasm')).dataset['backend']).toBe('wasm')
  expect(errors).toEqual([])
})
