import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLecture } from '../state.ts'
import { readFromNotes, readFromSlides } from './messages.ts'

const state = createLecture({ figures: ['a', 'b'] }).getState()
const run = { status: 'running', epoch: 0.5, clock: 'epoch', recorded: false }
const said = {
  kind: 'state',
  state,
  deck: { figures: ['a', 'b'], minutes: 50 },
  links: { settings: 'https://a.example/', moment: null },
  code: false,
  screen: { width: 1920, height: 1080 },
} as const

describe('what slides and notes say to each other', () => {
  it('is read as it was said', () => {
    expect(readFromSlides(structuredClone(said))).toEqual(said)
    const options = [
      { id: 'he', label: 'He' },
      { id: 'small', label: 'Small', note: 'a tenth' },
    ]
    const full = { ...state, run, question: { ask: '?', options }, answer: 'he', notice: 'It waits.' }
    expect(readFromSlides({ ...said, state: full })).toEqual({ ...said, state: full })
    for (const message of [
      { kind: 'here', id: 'x', slug: 'activations', figure: 'A' },
      { kind: 'bye' },
      { kind: 'picture', html: '<p>', theme: 'projector', width: 10, height: 5, canvases: [] },
    ])
      expect(readFromSlides(message)).toEqual(message)
    for (const message of [
      { kind: 'who', slug: 'activations' },
      { kind: 'join', picture: true },
      { kind: 'code' },
      { kind: 'close' },
      { kind: 'deck', deck: said.deck },
      { kind: 'command', command: { type: 'toggle' } },
      { kind: 'command', command: { type: 'hand', option: 'he', count: -1 } },
      { kind: 'command', command: { type: 'goTo', index: 2 } },
      { kind: 'command', command: { type: 'seek', units: -10 } },
      { kind: 'command', command: { type: 'seekTo', epoch: null } },
    ])
      expect(readFromNotes(message)).toEqual(message)
  })

  it.each([
    ['a command that is none', { kind: 'command', command: { type: 'constructor' } }],
    ['a hand for nothing', { kind: 'command', command: { type: 'hand' } }],
    ['a place that is no number', { kind: 'command', command: { type: 'seekTo', epoch: 'x' } }],
    ['a deck of numbers', { kind: 'deck', deck: { figures: [1], minutes: 5 } }],
    ['a search for no chapter', { kind: 'who' }],
  ])('is not heard if it is %s', (_, message) => {
    expect(readFromNotes(message)).toBeNull()
  })

  it.each([
    ['a state without a figure', { ...said, state: { ...state, figure: 5 } }],
    ['a run without a clock', { ...said, state: { ...state, run: { ...run, clock: undefined } } }],
    ['a run at no epoch', { ...said, state: { ...state, run: { ...run, epoch: null } } }],
    ['a run that is missing', { ...said, state: { ...state, run: undefined } }],
    [
      'an option without a label',
      { ...said, state: { ...state, question: { ask: '?', options: [{ id: 'he' }] } } },
    ],
    ['an option that is null', { ...said, state: { ...state, question: { ask: '?', options: [null] } } }],
    ['a notice that is an object', { ...said, state: { ...state, notice: { words: '' } } }],
    ['hands that are no numbers', { ...said, state: { ...state, hands: { he: '<b>' } } }],
    ['a state without a deck', { ...said, deck: null }],
    [
      'a picture of what is no bitmap',
      { kind: 'picture', html: '', theme: '', width: 1, height: 1, canvases: [5] },
    ],
  ])('is not heard if it is %s', (_, message) => {
    expect(readFromSlides(message)).toBeNull()
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('here', 'state', 'picture', 'who', 'command', 'deck'),
        (data, kind) => {
          const message = typeof data === 'object' && data !== null ? { ...data, kind } : data
          expect(() => [readFromNotes(message), readFromSlides(message)]).not.toThrow()
        },
      ),
      { seed: 1 },
    )
  })
})
