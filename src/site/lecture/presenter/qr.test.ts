import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { shortLink } from './figureLink.ts'
import { codeOf, mostBytes, quiet } from './qr.ts'

/** The path as pixels, `scale` to a unit, as a camera would see it. */
function pixelsOf({ size, path }: { size: number; path: string }, scale: number) {
  const width = size * scale
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, long] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(long)) * scale; column++)
        pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
  return { pixels, width }
}

describe('a QR code', () => {
  it.each([
    'https://a.example/en/initialization/#fig-sizes',
    'https://a.example/book/en/activations/?one-bend=v=1%26depth=3%26seeds=0,1#fig-bend',
    `https://a.example/${'x'.repeat(800)}`,
  ])('is read as %s', (text) => {
    const { pixels, width } = pixelsOf(codeOf(text), 4)
    expect(jsQR(pixels, width, width)?.data).toBe(text)
  })

  it('has a quiet zone on every side', () => {
    const { size, path } = codeOf('https://a.example/')
    const places = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((one) => one.slice(1).map(Number))
    expect(Math.min(...places.map(([x]) => x!), ...places.map(([, y]) => y!))).toBe(quiet)
    expect(Math.max(...places.map(([x, , long]) => x! + long!))).toBe(size - quiet)
  })

  it('says what does not fit', () => {
    expect(() => codeOf('x'.repeat(mostBytes + 1))).toThrow(
      `Expected at most ${mostBytes} bytes for a QR code, found ${mostBytes + 1}. Copy the link`,
    )
    expect(codeOf('x'.repeat(mostBytes)).size).toBe(177 + 2 * quiet)
  })
})

describe('a link to a figure', () => {
  const page = 'https://a.example/en/activations/'
  it('is the anchor alone where the figure is as published', () => {
    expect(shortLink(`${page}?one-bend=v%3D1#fig-bend`, 'one-bend')).toBe(`${page}#fig-bend`)
  })

  it('says what differs, and means the same', () => {
    const long = new URL(`${page}#fig-bend`)
    long.searchParams.set('one-bend', 'v=2&depth=3&seeds=0,1&change=60:learningRate:0.1&at=120')
    const short = shortLink(long.href, 'one-bend')
    expect(short).toBe(
      `${page}?one-bend=v=2%26depth=3%26seeds=0,1%26change=60:learningRate:0.1%26at=120#fig-bend`,
    )
    expect(new URL(short).searchParams.get('one-bend')).toBe(long.searchParams.get('one-bend'))
    expect(short.length).toBeLessThan(long.href.length)
  })
})
