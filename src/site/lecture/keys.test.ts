import { describe, expect, it } from 'vitest'
import { slideIn } from './deck.ts'
import { actOf, type Pressed } from './keys.ts'
import { createLecture, type LectureState } from './state.ts'

const options = ['he', 'small', 'large'].map((id) => ({ id, label: id }))
const figure = createLecture({ figures: ['one'] }).getState()
const asking: LectureState = { ...figure, view: 'question', question: { ask: '?', options } }
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: '',
  shiftKey: false,
  repeat: false,
  ...more,
})

describe('the keys of a lecture', () => {
  it('count hands for options first: B is an answer, S skips', () => {
    expect(actOf(press('b'), asking)).toEqual({ type: 'hand', option: 'small', count: 1 })
    expect(actOf(press('B', { shiftKey: true }), asking)).toEqual({
      type: 'hand',
      option: 'small',
      count: -1,
    })
    expect(actOf(press('s'), asking)).toEqual({ type: 'skip' })
    expect(actOf(press('s'), figure)).toEqual({ type: 'skip' })
    expect(actOf(press('d'), asking)).toEqual({ type: 'theme' })
    expect(actOf(press('b'), figure)).toEqual({ type: 'blank' })
  })

  it('move the epoch line on a figure, also held down', () => {
    expect(actOf(press('ArrowRight', { repeat: true }), figure)).toEqual({ type: 'seek', units: 1 })
    expect(actOf(press('ArrowLeft', { shiftKey: true }), figure)).toEqual({ type: 'seek', units: -10 })
    expect(actOf(press('ArrowLeft'), asking)).toBeNull()
    expect(actOf(press(' ', { repeat: true }), figure)).toBeNull()
  })

  it('are found on a keyboard with another script', () => {
    expect(actOf(press('ㅜ', { code: 'KeyN' }), figure)).toEqual({ type: 'nextFigure' })
  })

  it('only wake a blank screen, whichever is pressed', () => {
    for (const key of ['b', '.', 'PageDown', ' '])
      expect(actOf(press(key), { ...figure, blank: true })).toEqual({ type: 'blank' })
  })

  it('leave unknown keys alone', () => {
    expect(actOf(press('x'), figure)).toBeNull()
    expect(actOf(press('p'), figure)).toBeNull()
  })
})

describe('a slide in an address', () => {
  const figures = ['sizes', 'thirty']
  it.each([
    ['#2', 1],
    ['#fig-thirty', 1],
    ['#0', null],
    ['#3', null],
    ['#thirty', null],
    ['#fig-none', null],
    ['', null],
    ['#%', null],
  ])('%s is %s', (hash, index) => expect(slideIn(hash, figures)).toBe(index))
})
