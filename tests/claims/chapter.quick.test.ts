/** That a claim fails when its sentence goes or its number is wrong. */
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { agreement, chapter, printed } from './chapter.ts'
import { slugs } from './slugs.ts'

const text = 'It reaches 81%, not −0.30. One in\n22,000 fails: 87.0 ± 1.1% of them. One, two. One, three.'

it('reads numbers, with their signs, thousands and rounding', () => {
  expect(printed('It reaches {}, not {}.', text)).toEqual([
    { value: 0.81, rounding: 0.005 },
    { value: -0.3, rounding: 0.005 },
  ])
  expect(printed('One in {} fails: {} ± {}% of them.', text).map(({ value }) => value)).toEqual([
    22_000, 87, 1.1,
  ])
})

it('misses a sentence that is gone, and one that is there twice', () => {
  expect(() => printed('It gets {}.', text)).toThrow('reads "It gets {}.", found 0')
  expect(() => printed('One, ', text)).toThrow('found 2')
})

it('agrees within the error of the mean, and no further', () => {
  const of = (values: number[]) => agreement({ what: 'accuracy', says: 'reaches {}, not', values }, text)
  expect(of([0.8, 0.82, 0.81, 0.83, 0.8])).toBe('holds')
  expect(of([0.7, 0.72, 0.71, 0.73, 0.7])).toContain('the mean is off by')
  expect(of([0.81, 0.81, 0.81])).toBe('holds')
  expect(of([0.82, 0.82, 0.82])).toContain('the mean is off by')
  expect(of([NaN, NaN])).toContain('the mean is off by')
})

it('holds a printed spread to account', () => {
  const of = (values: number[]) => agreement({ what: 'accuracy', says: 'fails: {} ± {}%', values }, text)
  expect(of([86, 87, 88, 86, 88])).toBe('holds')
  expect(of([67, 77, 87, 97, 107])).toContain('the spread is off by')
})

it.each(slugs)('%s has a file in which its worked numbers are computed again', (slug) => {
  const file = `tests/claims/arithmetic/${slug}.quick.test.ts`
  expect(existsSync(file), `There is no ${file}. Write one, like activations.quick.test.ts beside it.`).toBe(
    true,
  )
})

it('reads a chapter with its numbers in place, and knows which there are', () => {
  expect(chapter('activations')).not.toMatch(/<Measured|undefined/)
  expect(() => chapter('activation')).toThrow(
    'There is no content/en/activation.mdx. The chapters are activations',
  )
})
