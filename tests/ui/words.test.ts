import { describe, expect, it } from 'vitest'
import { parseCheck, solved } from '../../src/ui/figure/checkExercises.ts'
import { firstEpoch, firstVariant, medianAt, seedsThat } from '../../src/ui/figure/facts.ts'
import { verdict } from '../../src/ui/figure/question.ts'
import { badgeWords, stateWords, withoutWebgl } from '../../src/ui/figure/stateWords.ts'
import { strips } from '../../src/ui/figure/strips.ts'
import { plotLabel } from '../../src/ui/plot/usePlotLabel.ts'
import { learning, recording, setup } from './recording.ts'

const at = (epoch: number) => ({ step: epoch, epoch })
const clock = setup.clock({ learningRate: 0.1 })

describe('facts', () => {
  const run = recording(learning)
  it('are medians over the seeds', () => {
    expect(medianAt(run, 'small', 'loss')).toBeCloseTo(0.35)
    expect(firstEpoch(run, 'he', 'accuracy', { atLeast: 0.95 })).toBe(10)
    expect(firstEpoch(run, 'small', 'accuracy', { atLeast: 0.95 })).toBeNull()
    expect(firstVariant(run, 'loss', { atMost: 0.5 })).toBe('he')
    expect(seedsThat(run, 'small', 'accuracy', { atLeast: 0.85 })).toBe(1)
  })
  it('look no further than the epoch line', () => {
    const scrubbed = recording(learning, { now: at(0) })
    expect(firstEpoch(scrubbed, 'he', 'accuracy', { atLeast: 0.95 })).toBeNull()
    expect(medianAt(scrubbed, 'he', 'loss')).toBeCloseTo(0.7)
    expect(medianAt(scrubbed, 'he', 'loss', 'reach')).toBeCloseTo(0.015)
  })
})

describe('the state line', () => {
  it.each([
    [{ status: 'idle' as const }, 'Not started'],
    [{}, 'Paused at epoch 20'],
    [{ now: at(10) }, 'Paused at epoch 10 of 20'],
    [{ reach: { step: 3, epoch: 0.4 }, now: { step: 3, epoch: 0.4 } }, 'Paused at step 3 (epoch 0.4)'],
    [{ status: 'done' as const }, 'Done at epoch 20'],
    [{ status: 'done' as const, now: at(10) }, 'Done, showing epoch 10 of 20'],
    [{ status: 'running' as const }, 'Running'],
    [
      { status: 'running' as const, diverged: { small: [3, 9], he: [null, null] } },
      'Running, 1 of 2 variants',
    ],
    [{ status: 'loading' as const, backend: null }, 'Measuring which of WebGL, wasm and CPU is fastest here'],
    [{ status: 'loading' as const, backend: null, backendChoice: 'webgl' as const }, 'Starting WebGL'],
  ])('%j', (news, words) => expect(stateWords(recording(learning, news).getState(), clock)).toBe(words))

  it('says who paused it', () => {
    const state = recording(learning).getState()
    expect(stateWords(state, clock, 'away')).toBe('Paused while out of view')
    expect(stateWords(state, clock, 'other')).toBe('Paused: another figure runs')
  })

  it('keeps the guess and says what it was', () => {
    const question = {
      ask: 'Which?',
      options: [
        { id: 'small', label: 'Small' },
        { id: 'he', label: 'He' },
      ],
    }
    expect(verdict(question, 'small', 'he')).toBe('It was He.')
    expect(verdict(question, 'he', 'he')).toBe('You were right.')
    expect(verdict(question, 'he', null)).toBe('')
  })
})

it('the badge names the speed, and why there is no WebGL', () => {
  const state = recording(learning, {
    status: 'running',
    stepsPerSecond: 641.3,
    backendReport: [{ backend: 'webgl', stepsPerSecond: null, why: 'This browser has no WebGL.' }],
  }).getState()
  expect(badgeWords(state)).toBe('641 steps/s')
  expect(withoutWebgl(state)).toBe('This browser has no WebGL.')
})

describe('strips', () => {
  it('none while all is well', () => expect(strips(recording(learning))).toEqual([]))
  it('a variant that diverged is a result with a way out', () => {
    const nothing = [[Number.NaN, Number.NaN]] as const
    const blown = [learning.small[0]!, [nothing[0], nothing[0]]] as const
    const run = recording({ ...learning, small: blown }, { diverged: { small: [10, 10], he: [null, null] } })
    const [strip] = strips(run)
    expect(strip?.lead).toBe('Small stopped at epoch 10: the numbers became NaN, “not a number”.')
    expect(strip?.rest).toContain('The other variant goes on.')
    expect(strip?.acts.map(({ act }) => act)).toEqual([
      { kind: 'half', rate: 0.05 },
      { kind: 'see', epoch: 0 },
    ])
  })
  it('one seed that diverged is a note', () => {
    const [strip] = strips(recording(learning, { diverged: { small: [10, null], he: [null, null] } }))
    expect(strip?.tone).toBe('note')
    expect(strip?.lead).toBe('Small: 1 of 2 seeds diverged, the first at epoch 10.')
  })
  it('failures and corrections are said in full', () => {
    const run = recording(learning, { status: 'failed', error: 'Out of memory.', corrections: ['A.', 'B.'] })
    expect(strips(run).map(({ id, rest }) => [id, rest])).toEqual([
      ['failed', 'Out of memory.'],
      ['corrections', 'A. B.'],
    ])
  })
})

it('a plot says what it shows now', () => {
  expect(plotLabel(recording(learning), 'accuracy')).toBe('Accuracy at epoch 20: Small 80%, He 99.5%')
  const run = recording(learning, { status: 'idle', reach: at(0), now: at(0) })
  expect(plotLabel(run, 'loss')).toBe('Loss: empty axes, not started')
})

describe('exercises', () => {
  const check = parseCheck('{"metric":"accuracy","variant":"he","atLeast":0.95}')
  it('are solved by the median at the end of a run', () => {
    expect(solved(recording(learning, { now: at(0), status: 'done' }), check)).toBe(
      'Solved: 99.5% at epoch 20, median of 2 seeds.',
    )
    expect(solved(recording(learning, { status: 'done' }), { ...check, variant: 'small' })).toBeNull()
    expect(
      solved(recording(learning, { status: 'done' }), { metric: 'accuracy', atLeast: 0.95 }),
    ).not.toBeNull()
  })
  it('wait for the end of the run', () => {
    expect(solved(recording(learning, { status: 'running' }), check)).toBeNull()
  })

  it('hold only for the settings that they name', () => {
    expect(
      solved(recording(learning, { status: 'done' }), { ...check, config: { learningRate: 1 } }),
    ).toBeNull()
    expect(
      solved(recording(learning, { status: 'done' }), { ...check, config: { learningRate: 0.1 } }),
    ).not.toBeNull()
  })
  it('a malformed check says what was expected', () => {
    expect(() => parseCheck('{"metric":"accuracy"}')).toThrow(/atLeast/)
    expect(() => parseCheck('[]')).toThrow(/Expected data-check/)
  })
})
