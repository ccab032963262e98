/** Changes that everybody who writes digits has an answer to. */
import { unchanged, type Change } from './resample.ts'

export interface Case {
  id: string
  words: string
  digit: number
  change: Change
}

const made = (id: string, digit: number, words: string, change: Partial<Change>): Case => ({
  id,
  words,
  digit,
  change: { ...unchanged, ...change },
})

export const cases: readonly Case[] = [
  made('six', 6, 'A 6, turned by a half', { turn: 180 }),
  made('two', 2, 'A 2, mirrored', { mirror: 'leftRight' }),
  made('eight', 8, 'An 8, turned by a half', { turn: 180 }),
  made('three', 3, 'A 3, mirrored top to bottom', { mirror: 'upDown' }),
  made('four', 4, 'A 4, turned by 15 degrees', { turn: 15 }),
  made('seven', 7, 'A 7, one pixel to the right', { right: 1 }),
]
