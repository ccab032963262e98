import { anything, assert, constantFrom, dictionary, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { commandIn, heightIn, isDoing, messageOf } from './messages.ts'
import { controls, optionsIn, searchOf, themes } from './options.ts'
import { heightScript, snippetOf } from './snippet.ts'

const call = { target: 'watch-it-learn', version: 1 }

test('commands are those of the list, with what they need and nothing else', () => {
  expect(commandIn({ ...call, type: 'run' })).toEqual({ type: 'run' })
  expect(commandIn({ ...call, type: 'theme', theme: 'dark', more: 1 })).toEqual({
    type: 'theme',
    theme: 'dark',
  })
  for (const wrong of [
    null,
    'run',
    { type: 'run' },
    { ...call, version: 2, type: 'run' },
    { ...call, target: 'another', type: 'run' },
    { ...call, type: 'erase' },
    { ...call, type: 'theme' },
    { ...call, type: 'theme', theme: 'projector' },
    { ...call, type: { toString: () => 'run' } },
  ])
    expect(commandIn(wrong)).toBeNull()
})

test('whatever arrives is a known command or nothing, and throws at nothing', () => {
  const hostile = oneof(anything({ withNullPrototype: true }), dictionary(string(), anything()))
  assert(
    property(hostile, oneof(constantFrom('run', 'pause', 'reset', 'theme'), anything()), (message, type) => {
      const near = typeof message === 'object' && message !== null ? { ...message, ...call, type } : message
      for (const data of [message, near]) {
        const command = commandIn(data)
        expect(['run', 'pause', 'reset', 'theme', undefined]).toContain(command?.type)
        expect(heightIn(data)).toBeNull()
      }
    }),
    { seed: 1 },
  )
})

test('a height is a number of pixels that a page can have', () => {
  const told = (height: unknown) => heightIn({ source: 'watch-it-learn', type: 'resize', height })
  expect(told(812)).toBe(812)
  for (const wrong of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e9, '812', null])
    expect(told(wrong)).toBeNull()
})

test('what the reader did is told apart from what anybody may know', () => {
  expect(isDoing({ type: 'prediction', guess: 'he', label: 'He' })).toBe(true)
  expect(isDoing({ type: 'answer', answer: 'he', label: 'He', right: true })).toBe(true)
  expect(isDoing({ type: 'done', recorded: false })).toBe(false)
  expect(messageOf('one-bend', { type: 'resize', height: 9 })).toEqual({
    source: 'watch-it-learn',
    version: 1,
    figure: 'one-bend',
    type: 'resize',
    height: 9,
  })
})

test('options survive the address, and unknown ones count as not said', () => {
  for (const theme of themes)
    for (const shown of controls)
      for (const predict of [true, false]) {
        const options = { theme, controls: shown, predict }
        expect(optionsIn(searchOf(options))).toEqual(options)
      }
  expect(searchOf({ theme: 'system', controls: 'full', predict: true })).toBe('')
  assert(
    property(string(), (text) => {
      const options = optionsIn(`?theme=${text}&controls=${text}`)
      expect(themes).toContain(options.theme)
      expect(controls).toContain(options.controls)
    }),
    { seed: 1 },
  )
})

test('nothing in a snippet leaves its attribute, and the script listens to the book alone', () => {
  const frame = {
    folder: 'https://a.example/"><script>/en/embed/',
    name: 'one-bend',
    number: '1.1',
    title: 'A "quoted" <b>title</b> & more',
    height: 700,
  }
  const snippet = snippetOf(frame, { theme: 'dark', controls: 'run', predict: false })
  expect(snippet).not.toMatch(/<script|<b>/)
  expect(snippet).toContain('one-bend/?theme=dark&amp;controls=run&amp;predict=off"')
  expect(snippet).toContain('loading="lazy"')
  expect(snippet).toContain('allow="fullscreen; clipboard-write"')
  expect(snippet).toContain('title="Figure 1.1 of Watch It Learn: A &quot;quoted&quot;')
  expect(heightScript('https://a.example')).toContain('if (origin !== "https://a.example" ||')
})
