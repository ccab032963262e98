import { describe, expect, it } from 'vitest'
import { cells, createInk, side } from './ink.ts'

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0)

describe('ink', () => {
  it('is blank until something is drawn, and after it is cleared', () => {
    const ink = createInk()
    expect(ink.blank()).toBe(true)
    ink.stroke(0.5, 0.5, 0.5, 0.5)
    expect(ink.blank()).toBe(false)
    ink.clear()
    expect(ink.blank()).toBe(true)
  })

  it('leaves a dot as wide as the pen and a line as long as the way', () => {
    const dot = createInk()
    dot.stroke(0.5, 0.5, 0.5, 0.5)
    const radius = 0.045 * side
    expect(sum(dot.values)).toBeCloseTo(Math.PI * radius ** 2, -1)
    const line = createInk()
    line.stroke(0.25, 0.5, 0.75, 0.5)
    expect(sum(line.values)).toBeCloseTo(Math.PI * radius ** 2 + 2 * radius * 0.5 * side, -1)
    expect(Math.max(...line.values)).toBe(1)
  })

  it('makes nothing darker by drawing twice, and the order of strokes does not matter', () => {
    const [once, twice] = [createInk(), createInk()]
    once.stroke(0.2, 0.2, 0.8, 0.7)
    once.stroke(0.8, 0.2, 0.2, 0.7)
    twice.stroke(0.2, 0.7, 0.8, 0.2)
    for (let i = 0; i < 2; i++) twice.stroke(0.8, 0.7, 0.2, 0.2)
    for (const [i, value] of once.values.entries()) expect(twice.values[i]).toBeCloseTo(value, 4)
  })

  it('keeps what is on the pad of a stroke that leaves it', () => {
    const ink = createInk()
    ink.stroke(0.5, 0.5, 3, 0.5)
    ink.stroke(-2, -2, -1, -1)
    expect(ink.values[(side / 2) * side + side - 1]).toBe(1)
    expect(ink.values).toHaveLength(side * side)
    expect(ink.values[0]).toBe(0)
  })

  it('fills and empties cells, and knows which are inked', () => {
    const ink = createInk()
    ink.fill(0, 0, true)
    ink.fill(cells - 1, 3, true)
    expect(sum(ink.values)).toBe(2 * (side / cells) ** 2)
    expect([ink.cell(0, 0), ink.cell(cells - 1, 3), ink.cell(0, 1)]).toEqual([true, true, false])
    ink.fill(0, 0, false)
    expect(ink.cell(0, 0)).toBe(false)
  })
})
