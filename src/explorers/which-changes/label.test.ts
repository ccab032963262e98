import { expect, it } from 'vitest'
import { labelOf } from './label.ts'
import { unchanged, type Change } from './resample.ts'

const digits = Array.from({ length: 10 }, (_, digit) => digit)
const label = (digit: number, change: Partial<Change>, kept = 1) =>
  labelOf(digit, { ...unchanged, ...change }, kept)
const those = (change: Partial<Change>, is: string) =>
  digits.filter((digit) => label(digit, change).is === is)

it('a small move, turn or stretch leaves every digit what it was', () => {
  for (const change of [{}, { right: 1, down: -1 }, { turn: -15 }, { width: 0.8 }, { height: 1.2 }])
    expect(those(change, 'same')).toEqual(digits)
})

it('a half turn makes a 9 of a 6 and a 6 of a 9, and leaves 0 and 8', () => {
  for (const turn of [180, -180, 170]) {
    expect(those({ turn }, 'same')).toEqual([0, 8])
    expect(those({ turn }, 'other')).toEqual([6, 9])
    expect(label(6, { turn })).toEqual({ is: 'other', digit: 9 })
    expect(label(9, { turn })).toEqual({ is: 'other', digit: 6 })
  }
})

it('a mirrored 2 is no digit; 0 and 8 survive, and top to bottom a 3 does, too', () => {
  expect(label(2, { mirror: 'leftRight' }).is).toBe('none')
  expect(those({ mirror: 'leftRight' }, 'same')).toEqual([0, 8])
  expect(those({ mirror: 'upDown' }, 'same')).toEqual([0, 3, 8])
})

it('two mirrors are a half turn, whichever comes as a turn', () => {
  for (const digit of digits)
    expect(label(digit, { mirror: 'upDown', turn: 180 })).toEqual(label(digit, { mirror: 'leftRight' }))
})

it('says nothing of what lies between, of a stretch beyond recognition, of ink that has left the paper', () => {
  expect(those({ turn: 90 }, 'open')).toEqual(digits)
  expect(those({ width: 0.5 }, 'open')).toEqual(digits)
  expect(label(8, {}, 0.7).is).toBe('open')
})
