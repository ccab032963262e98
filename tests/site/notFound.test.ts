import { expect, it } from 'vitest'
import { afterRoot } from '../../src/site/shell/BarePage.tsx'

const root = (address: string) => address.replace(afterRoot, '')

it('finds the root of the site from an address that leads nowhere', () => {
  expect(root('/en/nothing/')).toBe('/')
  expect(root('/en')).toBe('/')
  expect(root('/my/deep/book/en/a/b/c.html')).toBe('/my/deep/book/')
  expect(root('/book/nothing')).toBe('/book/')
  expect(root('/nothing')).toBe('/')
})
