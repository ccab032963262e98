import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cacheOf, isEditionOf, nameOf, stateOf } from './edition.ts'
import { isReport, isRequest } from './messages.ts'

const scope = 'https://book.example/a/deep/base/'

describe('the name of an address', () => {
  it.each([
    ['', ''],
    ['index.html', ''],
    ['?one-bend=v%3D1#fig-1', ''],
    ['en/activations/', 'en/activations/'],
    ['en/activations/index.html?x', 'en/activations/'],
    ['en/activations', 'en/activations'],
    ['assets/a-1.js', 'assets/a-1.js'],
    ['en/../icon.svg', 'icon.svg'],
  ])('%s is "%s"', (address, name) => {
    expect(nameOf(scope, scope + address)).toBe(name)
  })

  it.each(['https://book.example/a/deep/', 'https://other.example/a/deep/base/', `${scope}../../`])(
    'is none outside the book: %s',
    (address) => {
      expect(nameOf(scope, address)).toBeNull()
    },
  )
})

it('two copies of the book on one origin know their own caches', () => {
  const other = 'https://book.example/a/deep/base/second/'
  expect(isEditionOf(scope, cacheOf(scope, '1'))).toBe(true)
  expect(isEditionOf(scope, cacheOf(other, '1'))).toBe(false)
  expect(isEditionOf(other, cacheOf(scope, '1'))).toBe(false)
  expect(isEditionOf(scope, stateOf(scope))).toBe(false)
})

describe('messages', () => {
  it('knows its own', () => {
    expect(isRequest({ offline: 'save' })).toBe(true)
    expect(isRequest({ offline: 'keep', addresses: ['https://book.example/'] })).toBe(true)
    expect(isReport({ offline: 'script?' })).toBe(true)
  })

  it('is deaf to everything else', () => {
    expect(isRequest({ offline: 'keep' })).toBe(false)
    expect(isRequest({ offline: 'keep', addresses: [1] })).toBe(false)
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (data) => {
        expect([isRequest(data), isReport(data)]).toEqual([false, false])
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
