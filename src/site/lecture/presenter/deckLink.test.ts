import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkToDeck, longest, readChoice } from './deckLink.ts'

const published = { figures: ['initial', 'clones', 'sizes'], minutes: 50 }
const address = 'https://a.example/en/initialization/lecture/#fig-sizes'

describe('a deck in an address', () => {
  it('is the published one where the address says nothing', () => {
    expect(readChoice('', published)).toEqual({ ...published, notes: [] })
    expect(readChoice('?sizes=v%3D1', published)).toEqual({ ...published, notes: [] })
  })

  it('has the figures that are named, in that order, each once', () => {
    expect(readChoice('?deck=sizes,initial,sizes&minutes=40', published)).toEqual({
      figures: ['sizes', 'initial'],
      minutes: 40,
      notes: [],
    })
  })

  it.each([
    ['?deck=sizes,dropout', ['sizes'], 'This lecture has no figure “dropout”; the others are shown.'],
    ['?deck=a,b', published.figures, 'This lecture has no figure “a” and “b”; all of its figures are shown.'],
    ['?deck=', published.figures, 'The link names no figure; all figures of the lecture are shown.'],
    ['?deck=a,b,c,d,e,f', published.figures, '“d” and 2 more'],
    [`?deck=${'x'.repeat(5000)}`, published.figures, `“${'x'.repeat(39)}…”`],
    ['?minutes=-3', published.figures, 'Expected whole minutes from 1 to 600, found “-3”; the plan of 50'],
    ['?minutes=1e9', published.figures, 'found “1e9”'],
    ['?minutes=', published.figures, 'found “”'],
    ['?deck=__proto__,<script>', published.figures, 'no figure “__proto__” and “<script>”'],
  ])('that is faulty is made valid and said: %s', (search, figures, said) => {
    const choice = readChoice(search, published)
    expect(choice.figures).toEqual(figures)
    expect(choice.minutes).toBe(50)
    expect(choice.notes.join(' ')).toContain(said)
  })

  it('is valid whatever the address holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (deck, minutes) => {
        const search = `?deck=${encodeURIComponent(deck)}&minutes=${encodeURIComponent(minutes)}`
        const choice = readChoice(search, published)
        expect(choice.figures.length).toBeGreaterThan(0)
        expect(choice.figures.every((figure) => published.figures.includes(figure))).toBe(true)
        expect(choice.minutes >= 1 && choice.minutes <= longest).toBe(true)
      }),
      { seed: 1 },
    )
  })
})

describe('a link to a deck', () => {
  it('says only what differs, in words that can be read', () => {
    expect(linkToDeck(address, published, published)).toBe(address)
    expect(linkToDeck(address, { figures: ['sizes', 'clones'], minutes: 40 }, published)).toBe(
      'https://a.example/en/initialization/lecture/?deck=sizes,clones&minutes=40#fig-sizes',
    )
  })

  it('keeps what else the address holds, and forgets an earlier deck', () => {
    const earlier = address.replace('#', '?deck=clones&minutes=9&three-sizes=v%3D1#')
    expect(linkToDeck(earlier, { ...published, minutes: 30 }, published)).toBe(
      'https://a.example/en/initialization/lecture/?minutes=30&three-sizes=v%3D1#fig-sizes',
    )
  })

  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(published.figures, { minLength: 1 }),
        fc.integer({ min: 1, max: longest }),
        (figures, minutes) => {
          const link = new URL(linkToDeck(address, { figures, minutes }, published))
          expect(readChoice(link.search, published)).toEqual({ figures, minutes, notes: [] })
        },
      ),
      { seed: 1 },
    )
  })
})
