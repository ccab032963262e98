import { expect, it } from 'vitest'
import { learning, recording } from '../../../tests/ui/recording.ts'
import { marksOf, placeMarks } from './marks.ts'

const at = (epoch: number) => ({ step: epoch, epoch })

it('says what was changed, from what it was before', () => {
  const run = recording(learning, {
    changes: [
      { step: 5, values: { learningRate: 0.5 } },
      { step: 10, values: { learningRate: 0.01 } },
    ],
  })
  expect(marksOf(run.getState(), run.setup, true)).toMatchObject([
    { epoch: 5, words: ['rate 0.1 → 0.5', '→ 0.5'], spoken: 'learning rate from 0.1 to 0.5' },
    { epoch: 10, words: ['rate 0.5 → 0.01', '→ 0.01'] },
  ])
})

it('a fork has a mark of its own, or shares that of the change that was made there', () => {
  const changes = [{ step: 10, values: { learningRate: 0.5 } }]
  const words = (forkedAt: number, shown = true) => {
    const run = recording(learning, { changes, forkedAt: at(forkedAt) })
    return marksOf(run.getState(), run.setup, shown).map((mark) => [mark.epoch, mark.words[0], mark.fork])
  }
  expect(words(10)).toEqual([[10, 'fork, rate 0.1 → 0.5', true]])
  expect(words(4)).toEqual([
    [4, 'fork', true],
    [10, 'rate 0.1 → 0.5', false],
  ])
  expect(words(15).map(([, text]) => text)).toEqual(['rate 0.1 → 0.5', 'fork'])
  expect(words(4, false)).toEqual([[10, 'rate 0.1 → 0.5', false]])
})

const text = 'rate 0.01 → 0.1'
const long = { words: [text, '→ 0.1'] }

it('words stand before their mark, and behind it where there is no room', () => {
  const [first] = placeMarks([long], [200], [300, 370], 354)
  expect(first).toMatchObject({ text })
  expect(first!.left).toBeLessThan(195)
  const [edge] = placeMarks([long], [60], [300, 370], 354)
  expect(edge).toEqual({ left: 65, text })
})

it('no two words, and none and the flag, lie over each other', () => {
  for (let a = 40; a < 330; a += 10)
    for (let b = a; b < 340; b += 10)
      for (const flag of [
        [0, 70],
        [150, 220],
        [280, 350],
      ] as const) {
        const placed = placeMarks([long, long], [a, b], flag, 354)
        const spans = placed.flatMap((each) =>
          each ? [[each.left, each.left + each.text.length * 5] as const] : [],
        )
        for (const [i, one] of [...spans, flag].entries())
          for (const other of [...spans, flag].slice(i + 1))
            expect(one[0] < other[1] && other[0] < one[1]).toBe(false)
      }
})

it('the newer mark keeps its words', () => {
  const [older, newer] = placeMarks([long, long], [120, 130], [320, 354], 354)
  expect(newer?.text).toBe(text)
  expect(older).toBeNull()
})
