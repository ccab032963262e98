import { describe, expect, it } from 'vitest'
import { outputSize, paddingOf, participation, windowStarts, type Axis } from './windows.ts'

/** Every input of 1 to 12, every kernel of 1 to 7, every stride of 1 to 5. */
const axes: Axis[] = []
for (let size = 1; size <= 12; size++)
  for (let kernel = 1; kernel <= 7; kernel++)
    for (let stride = 1; stride <= 5; stride++) axes.push({ size, kernel, stride })

/** The window is pushed along, as long as it fits. */
function walked({ size, kernel, stride }: Axis, before: number, after: number) {
  const starts: number[] = []
  for (let start = 0; start + kernel <= before + size + after; start += stride) starts.push(start - before)
  return starts
}

describe('windows', () => {
  it('there are as many as fit, one stride after another', () => {
    for (const axis of axes)
      for (const padding of ['valid', 'same', 'full', 0, 1, 4] as const) {
        const pad = paddingOf(axis, padding)
        const starts = walked(axis, pad.before, pad.after)
        expect(windowStarts(axis, pad)).toEqual(starts)
        expect(outputSize(axis, pad)).toBe(starts.length)
      }
  })

  it('valid is smaller where the kernel is larger than 1 or the stride is, and only there', () => {
    for (const axis of axes.filter(({ size, kernel }) => size > 1 && kernel <= size)) {
      const output = outputSize(axis, paddingOf(axis, 'valid'))
      expect(output < axis.size).toBe(axis.kernel > 1 || axis.stride > 1)
    }
  })

  it('same gives ceil(size / stride), and the additional zero stands at the end', () => {
    for (const axis of axes) {
      const { before, after } = paddingOf(axis, 'same')
      expect(outputSize(axis, { before, after })).toBe(Math.ceil(axis.size / axis.stride))
      expect([0, 1]).toContain(after - before)
    }
    expect(paddingOf({ size: 6, kernel: 4, stride: 1 }, 'same')).toEqual({ before: 1, after: 2 })
    expect(paddingOf({ size: 6, kernel: 3, stride: 2 }, 'same')).toEqual({ before: 0, after: 1 })
  })

  it('full gives size + kernel − 1 at stride 1, and every input is in `kernel` windows', () => {
    for (const axis of axes.filter(({ stride }) => stride === 1)) {
      const pad = paddingOf(axis, 'full')
      expect(outputSize(axis, pad)).toBe(axis.size + axis.kernel - 1)
      expect(new Set(participation(axis, pad))).toEqual(new Set([axis.kernel]))
    }
  })

  it('counts in how many windows each input is', () => {
    expect(participation({ size: 6, kernel: 3, stride: 1 }, { before: 0, after: 0 })).toEqual([
      1, 2, 3, 3, 2, 1,
    ])
    expect(participation({ size: 6, kernel: 3, stride: 2 }, { before: 0, after: 0 })).toEqual([
      1, 1, 2, 1, 1, 0,
    ])
    for (const axis of axes) {
      const pad = paddingOf(axis, 'same')
      const counts = participation(axis, pad)
      for (let i = 0; i < axis.size; i++) {
        const holding = windowStarts(axis, pad).filter((start) => start <= i && i < start + axis.kernel)
        expect(counts[i]).toBe(holding.length)
      }
    }
  })

  it('no window fits a kernel that is larger than all there is', () => {
    expect(outputSize({ size: 2, kernel: 3, stride: 1 }, { before: 0, after: 0 })).toBe(0)
    expect(windowStarts({ size: 2, kernel: 3, stride: 1 }, { before: 0, after: 0 })).toEqual([])
  })

  it('refuses what is no size', () => {
    expect(() => paddingOf({ size: 0, kernel: 3, stride: 1 }, 'valid')).toThrow('size of the input')
    expect(() => paddingOf({ size: 6, kernel: 2.5, stride: 1 }, 'valid')).toThrow('got 2.5')
    expect(() => outputSize({ size: 6, kernel: 3, stride: 0 }, { before: 0, after: 0 })).toThrow('stride')
    expect(() => paddingOf({ size: 6, kernel: 3, stride: 1 }, -1)).toThrow('padding')
  })
})
