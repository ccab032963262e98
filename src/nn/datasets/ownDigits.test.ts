import { describe, expect, it } from 'vitest'
import type { Images } from '../../lab/images.ts'
import { random } from '../random.ts'
import { digits } from './digits.ts'
import { digitsOf, enough, standardisedBy } from './ownDigits.ts'

/** Images of 2 x 2 whose first two pixels say which image of which set they are. */
function numbered(count: number, set: number, label = (i: number) => i % 10) {
  const pixels = new Uint8Array(count * 4)
  for (let i = 0; i < count; i++) pixels.set([i % 256, i >> 8, set, 17 * label(i)], i * 4)
  return { pixels, labels: Uint8Array.from({ length: count }, (_, i) => label(i)), count }
}
const one: Images = {
  name: 'a',
  size: 2,
  original: { rows: 28, columns: 28 },
  train: numbered(600, 1),
}
const two: Images = { ...one, test: numbered(100, 2) }
const need = { train: 200, test: 50, size: 2 }

/** The images in a set, as the numbers that `numbered` gave them, and the set that it gave them. */
function whichImages(images: Images, seed: number, part: 'train' | 'test', wanted = need) {
  const chosen = digitsOf(images, seed, wanted)
  const { x, count } = chosen[part]
  const raw = x.map((value, i) => Math.round((value * chosen.std + chosen.mean[i % 4]!) * 255))
  return Array.from({ length: count }, (_, i) => ({
    image: raw[4 * i]! + 256 * raw[4 * i + 1]!,
    set: raw[4 * i + 2],
    label: Math.round(raw[4 * i + 3]! / 17),
  }))
}

describe('digitsOf', () => {
  it('is the book’s own digits without images', () => {
    const options = { train: 30, test: 20, size: 12 }
    expect(digitsOf(undefined, 3, options)).toEqual(digits(random(3).split('data'), options))
  })

  it('takes other images for each seed, the same for the same, with their labels', () => {
    const [a, b] = [0, 1].map((seed) => whichImages(one, seed, 'train'))
    expect(a).not.toEqual(b)
    expect(digitsOf(one, 0, need)).toBe(digitsOf(one, 0, need))
    expect(digitsOf({ ...one }, 0, need)).toEqual(digitsOf(one, 0, need))
    expect(a!.map(({ label }) => label)).toEqual([...digitsOf(one, 0, need).train.y])
    for (const { image, label } of a!) expect(label).toBe(image % 10)
  })

  it('never tests on an image of the training set', () => {
    const train = whichImages(one, 0, 'train').map(({ image }) => image)
    const test = whichImages(one, 0, 'test').map(({ image }) => image)
    expect(new Set([...train, ...test]).size).toBe(250)
  })

  it('tests on the set for testing where there is one', () => {
    expect(new Set(whichImages(two, 0, 'train').map(({ set }) => set))).toEqual(new Set([1]))
    expect(new Set(whichImages(two, 0, 'test').map(({ set }) => set))).toEqual(new Set([2]))
  })

  it('lets digits take turns as long as they last', () => {
    for (const part of ['train', 'test'] as const) {
      const { y } = digitsOf(one, 5, need)[part]
      expect([...y]).toEqual(Array.from({ length: y.length }, (_, i) => i % 10))
    }
    const rare = { ...one, train: numbered(600, 1, (i) => (i < 3 ? 9 : i % 2)) }
    const { y } = digitsOf(rare, 0, need).train
    expect(y.filter((label) => label === 9)).toHaveLength(3)
    expect([...y.subarray(0, 6)]).toEqual([0, 1, 9, 0, 1, 9])
  })

  it('is standardised by the training images, as the drawing pad’s image can be', () => {
    const { train, mean, std } = digitsOf(one, 0, need)
    for (let pixel = 0; pixel < 4; pixel++) {
      let sum = 0
      for (let i = pixel; i < train.x.length; i += 4) sum += train.x[i]!
      expect(Math.abs(sum / 200)).toBeLessThan(1e-4)
    }
    const back = standardisedBy({ train, test: train, mean, std }, Float32Array.from([...mean, ...mean]))
    expect([...back]).toEqual(Array<number>(8).fill(0))
  })

  it('says how many images are missing', () => {
    expect(enough(one, { train: 550, test: 50 })).toBeNull()
    expect(enough(one, { train: 551, test: 50 })).toBe(
      'Expected at least 601 images, 551 to train and 50 to test; found 600. Choose a file with more images.',
    )
    expect(enough(two, { train: 600, test: 101 })).toMatch('at least 101 test images; found 100')
    expect(() => digitsOf(one, 0, { train: 700, test: 1, size: 2 })).toThrow('Expected at least 701 images')
  })
})
