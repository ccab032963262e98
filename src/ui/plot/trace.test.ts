import { describe, expect, it } from 'vitest'
import { BandTrace, extremes, LineTrace } from './trace.ts'

const geometry = (perColumn: number) => ({ x: (e: number) => e, y: (v: number) => 100 - v, perColumn })
const counting = (length: number) => Float64Array.from({ length }, (_, i) => i)

describe('extremes', () => {
  it('are the least and the greatest, in order of time', () => {
    expect(extremes([3, 1, 2, 9, 4], 0, 4)).toEqual([1, 3])
    expect(extremes([9, 1], 0, 1)).toEqual([0, 1])
    expect(extremes([Number.NaN, 2], 0, 1)).toEqual([1, 1])
    expect(extremes([Number.NaN], 0, 0)).toEqual([-1, -1])
  })
})

describe('LineTrace', () => {
  it('draws every point when there is room', () => {
    expect(new LineTrace(geometry(1)).path([0, 1, 2], [10, 20, 5], 0, 2)).toBe('M0 90L1 80L2 95')
  })
  it('starts anew after a gap', () => {
    expect(new LineTrace(geometry(1)).path([0, 1, 2], [10, Number.NaN, 5], 0, 2)).toBe('M0 90M2 95')
  })
  it('keeps a spike of a single measurement', () => {
    const values = new Float64Array(100).fill(1)
    values[57] = 80
    expect(new LineTrace(geometry(10)).path(counting(100), values, 0, 99)).toContain('57 20')
  })
  it('never moves a point once its column is whole', () => {
    const values = Float64Array.from({ length: 95 }, (_, i) => (i * 37) % 50)
    const growing = new LineTrace(geometry(10))
    let before = ''
    for (let n = 10; n <= 90; n += 10) {
      const d = growing.path(counting(n), values.subarray(0, n), 0, n - 1)
      expect(d.startsWith(before)).toBe(true)
      before = d
    }
    const fresh = new LineTrace(geometry(10)).path(counting(95), values, 0, 94)
    expect(growing.path(counting(95), values, 0, 94)).toBe(fresh)
  })
  it('splits at the epoch line into past and future that meet', () => {
    const trace = new LineTrace(geometry(1))
    const past = trace.path([0, 1, 2, 3], [1, 2, 3, 4], 0, 2)
    const future = trace.path([0, 1, 2, 3], [1, 2, 3, 4], 2, 3)
    expect(past.endsWith('2 97')).toBe(true)
    expect(future.startsWith('M2 97')).toBe(true)
  })
})

describe('BandTrace', () => {
  it('goes out along the top and back along the bottom', () => {
    const d = new BandTrace(geometry(1)).path([0, 1], [1, 2], [5, 6], 0, 1)
    expect(d).toBe('M0 95L1 94L1 98L0 99Z')
  })
  it('needs two columns', () => {
    expect(new BandTrace(geometry(1)).path([0], [1], [5], 0, 0)).toBe('')
  })
  it('contains every seed of a decimated column', () => {
    const d = new BandTrace(geometry(2)).path([0, 1, 2, 3], [1, 0, 4, 3], [5, 9, 6, 7], 0, 3)
    expect(d).toBe('M1 91L3 93L3 97L1 100Z')
  })
})
