import { expect, it } from 'vitest'
import { remember } from './remember.ts'

it('makes the same thing once, and forgets the oldest', () => {
  const made: string[] = []
  const get = remember(2, (name: string, size: number) => {
    made.push(name + size)
    return { name, size }
  })
  expect(get('a', 1)).toBe(get('a', 1))
  expect(get('a', 1)).toEqual({ name: 'a', size: 1 })
  get('b', 1)
  get('a', 2)
  get('b', 1)
  get('a', 1)
  expect(made).toEqual(['a1', 'b1', 'a2', 'a1'])
})
