import { expect, it } from 'vitest'
import { methods, type Shape } from './sharing.ts'
import { facts, pictureWords, sharingWords } from './wording.ts'

const image: Shape = { examples: 4, channels: 6, height: 2, width: 2 }
const dense: Shape = { ...image, height: 1, width: 1 }

it('says the axes, the numbers and how many statistics there are', () => {
  expect(sharingWords('batch', image, 2)).toBe(
    'Each channel shares one mean and one variance over all N × H × W = 4 × 2 × 2 = 16 numbers: 6 means and 6 variances in all.',
  )
  expect(sharingWords('layer', image, 2)).toContain('C × H × W = 6 × 2 × 2 = 24 numbers: 4 means')
  expect(sharingWords('instance', image, 2)).toContain('H × W = 2 × 2 = 4 numbers: 24 means')
  expect(sharingWords('group', image, 2)).toContain('C/G × H × W = 3 × 2 × 2 = 12 numbers: 8 means')
  expect(sharingWords('group', image, 6)).toContain('group of 1 channel of')
})

it('drops the axes that a dense layer has not', () => {
  expect(sharingWords('batch', dense, 2)).toContain(
    'Each unit shares one mean and one variance over all N = 4 numbers',
  )
  expect(sharingWords('layer', dense, 2)).toContain('C = 6 numbers')
  expect(sharingWords('instance', dense, 2)).toContain('over 1 number, itself')
  expect(facts('instance', dense, 2).at(-1)?.words).toContain('becomes 0')
})

it('RMS subtracts no mean; weight normalization looks at no activation', () => {
  expect(sharingWords('rms', image, 2)).toContain('No mean is subtracted')
  expect(sharingWords('weight', image, 2)).toContain('No activation is normalized')
  expect(facts('rms', image, 2)[0]?.words).toBe('96 numbers in 4 sets of 24: 4 statistics.')
  expect(facts('weight', image, 2)[0]?.words).toContain('0 of activations')
  expect(pictureWords('weight', { example: 0, channel: 0, position: 0 }, image, 2)).toContain('Nothing else')
})

it('only batch normalization minds the other examples, and tells training from inference', () => {
  for (const method of methods) {
    const [, others, phases] = facts(method, image, 2)
    expect(others?.words.startsWith('They count')).toBe(method === 'batch')
    expect(phases?.words.startsWith('They differ')).toBe(method === 'batch')
  }
})

it('names the ends of group normalization', () => {
  expect(facts('group', image, 1).at(-1)?.words).toContain('layer normalization')
  expect(facts('group', image, 6).at(-1)?.words).toContain('instance normalization')
  expect(facts('group', dense, 6).at(-1)?.words).toContain('becomes 0')
  expect(facts('group', image, 2).at(-1)?.words).toContain('Between')
})

it('describes the picture, counting from 1', () => {
  const place = { example: 1, channel: 2, position: 3 }
  expect(pictureWords('batch', place, image, 2)).toContain(
    'example 2, channel 3, position 4. Marked with it: the 16',
  )
  expect(pictureWords('batch', place, dense, 2)).toContain('example 2, unit 3. Marked')
})
