import { describe, expect, it } from 'vitest'
import { random } from '../random.ts'
import { digits } from './digits.ts'
import { shiftedCopies, shifts } from './shifted.ts'

const made = digits(random(0).split('data'), { train: 20, test: 10 })
const size = 12
/** Brightness of one row, ink 1 and paper 0. */
const picture = ({ x }: { x: Float32Array }, row: number) =>
  Array.from({ length: 144 }, (_, i) => x[row * 144 + i]! * made.std + made.mean[i]!)

describe('shiftedCopies', () => {
  it('has every image in nine places, where it is first', () => {
    const ways = shifts(1)
    expect(ways).toHaveLength(9)
    expect(ways[0]).toEqual([0, 0])
    expect(new Set(ways.map(String)).size).toBe(9)
    const copies = shiftedCopies(made, 1)
    expect(copies.count).toBe(180)
    expect([...copies.y.subarray(9, 18)]).toEqual(Array<number>(9).fill(made.train.y[1]!))
    picture(copies, 27).forEach((ink, i) => expect(ink).toBeCloseTo(picture(made.train, 3)[i]!, 5))
  })

  it('moves right and down, and paper comes in', () => {
    const copies = shiftedCopies(made, 1)
    const original = picture(made.train, 2)
    shifts(1).forEach(([right, down], way) => {
      const moved = picture(copies, 2 * 9 + way)
      for (let line = 0; line < size; line++)
        for (let column = 0; column < size; column++) {
          const [fromLine, fromColumn] = [line - down, column - right]
          const inside = fromLine >= 0 && fromLine < size && fromColumn >= 0 && fromColumn < size
          expect(moved[line * size + column]).toBeCloseTo(
            inside ? original[fromLine * size + fromColumn]! : 0,
            5,
          )
        }
    })
  })

  it('with a reach of 0 changes nothing', () => {
    const { x } = shiftedCopies(made, 0)
    x.forEach((value, i) => expect(value).toBeCloseTo(made.train.x[i]!, 5))
  })
})
