import { expect, test } from 'vitest'
import { createNarrator, pause, sentencesOf, type Words } from './sentences.ts'

const words = (given: Partial<Words>): Words => ({ plot: '', readout: '', running: true, ...given })

const heard = () => {
  const said: string[] = []
  return { said, narrator: createNarrator((sentence) => said.push(sentence)) }
}

test('sentences end where a new one begins, not at a decimal point', () => {
  expect(
    sentencesOf('He was first below a loss of 0.1, at epoch 8. Small got there 24 epochs later.'),
  ).toEqual(['He was first below a loss of 0.1, at epoch 8.', 'Small got there 24 epochs later.'])
  expect(sentencesOf('')).toEqual([])
})

test('at most one sentence in five seconds, and of progress only the newest', () => {
  const { said, narrator } = heard()
  narrator.begin()
  for (let time = 0; time <= 2 * pause; time += 500) narrator.hear(words({ plot: `Loss at ${time}` }), time)
  expect(said).toEqual(['Loss at 0', `Loss at ${pause}`, `Loss at ${2 * pause}`])
})

test('what happened is told before how far it is, each once and one at a time', () => {
  const { said, narrator } = heard()
  narrator.begin()
  const now = words({ plot: 'Loss at epoch 8', readout: 'He was first. Small follows.' })
  expect(narrator.hear(now, 0)).toBe(true)
  narrator.hear(now, pause)
  narrator.hear(now, 2 * pause)
  expect(said).toEqual(['He was first.', 'Small follows.', 'Loss at epoch 8'])
})

test('the end is told, after what happened in it, and then nothing more', () => {
  const { said, narrator } = heard()
  narrator.begin()
  narrator.hear(words({ plot: 'Loss at epoch 1' }), 0)
  const end = words({ plot: 'Loss at epoch 90', readout: 'No network got there.', running: false })
  expect(narrator.hear(end, 100)).toBe(true)
  expect(narrator.hear(end, pause)).toBe(true)
  expect(narrator.hear(end, 2 * pause)).toBe(false)
  expect(narrator.hear(end, 3 * pause)).toBe(false)
  expect(said).toEqual(['Loss at epoch 1', 'No network got there.', 'Loss at epoch 90'])
})

test('a second run is told from the beginning', () => {
  const { said, narrator } = heard()
  narrator.begin()
  narrator.hear(words({ readout: 'He was first.' }), 0)
  narrator.begin()
  narrator.hear(words({ readout: 'He was first.' }), pause)
  expect(said).toEqual(['He was first.', 'He was first.'])
})
