/** The script in the head of every page, with a document of its own and whatever lies in the storage. */
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { preferences } from '../../src/site/preferences.ts'
import { preferencesKey, spokenRuns, themeScript } from '../../src/site/theme.ts'

type Listener = (event: object) => void

/** Runs the script; `system` are the media queries that hold. */
const run = (stored: string | Error | null, system: string[] = [], before: Record<string, string> = {}) => {
  const dataset: Record<string, string> = { ...before }
  const listeners: Record<string, Listener> = {}
  runInNewContext(themeScript, {
    document: { documentElement: { dataset } },
    localStorage: {
      getItem() {
        if (stored instanceof Error) throw stored
        return stored
      },
    },
    matchMedia: (query: string) => ({
      get matches() {
        return system.includes(query)
      },
      addEventListener: (_: string, listener: Listener) => (listeners[query] = listener),
    }),
    addEventListener: (name: string, listener: Listener) => (listeners[name] = listener),
  })
  return { dataset, listeners }
}

const plain = { theme: 'light', motion: 'full', contrast: 'plain', text: '', lines: '' }

it('follows the system where nothing is chosen, and while the page is open', () => {
  expect(run(null).dataset).toEqual(plain)
  const system = ['(prefers-color-scheme:dark)', '(prefers-reduced-motion:reduce)', '(prefers-contrast:more)']
  expect(run('', system).dataset).toMatchObject({ theme: 'dark', motion: 'less', contrast: 'more' })
  const changing: string[] = []
  const { dataset, listeners } = run(null, changing)
  changing.push('(prefers-color-scheme:dark)')
  listeners['(prefers-color-scheme:dark)']!({})
  expect(dataset['theme']).toBe('dark')
})

it('a choice holds against the system, both ways', () => {
  const system = ['(prefers-color-scheme:dark)', '(prefers-reduced-motion:reduce)', '(prefers-contrast:more)']
  expect(run('light full-motion plain-contrast larger-text wide-lines', system).dataset).toEqual({
    ...plain,
    text: 'larger',
    lines: 'wide',
  })
  expect(run('dark less-motion more-contrast').dataset).toMatchObject({
    theme: 'dark',
    motion: 'less',
    contrast: 'more',
  })
})

/** All but the one that no style depends on. */
const words = preferences.flatMap(({ name, options }) =>
  options.flatMap(([word]) => (word && word !== spokenRuns ? [[word, name] as const] : [])),
)

it.each(words)('the script knows the word %s of the menu', (word, name) => {
  // Under one system or the other it makes a difference.
  const system = ['(prefers-color-scheme:dark)', '(prefers-reduced-motion:reduce)', '(prefers-contrast:more)']
  const differs = [[], system].map((media) => run(word, media).dataset[name] !== run('', media).dataset[name])
  expect(differs).toContain(true)
})

it('whatever is stored, the page has a theme; a projector keeps its own', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (stored) => {
      const { dataset, listeners } = run(stored)
      listeners['storage']!({ key: preferencesKey, newValue: stored })
      expect(['light', 'dark']).toContain(dataset['theme'])
      expect(['less', 'full']).toContain(dataset['motion'])
      expect(['', 'small', 'large', 'larger']).toContain(dataset['text'])
    }),
    { seed: 1 },
  )
  expect(run(new Error('forbidden')).dataset).toEqual(plain)
  expect(run('dark', [], { theme: 'projector' }).dataset['theme']).toBe('projector')
})

it('hears of a choice on this page, in another tab, and that all was erased', () => {
  const { dataset, listeners } = run(null)
  listeners['preferences']!({ detail: 'dark' })
  expect(dataset['theme']).toBe('dark')
  listeners['storage']!({ key: preferencesKey, newValue: 'large-text' })
  expect(dataset).toMatchObject({ theme: 'light', text: 'large' })
  listeners['storage']!({ key: 'another', newValue: 'dark' })
  expect(dataset['theme']).toBe('light')
  listeners['storage']!({ key: null, newValue: null })
  expect(dataset).toEqual(plain)
})
