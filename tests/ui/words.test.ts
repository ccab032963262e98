import { describe, expect, it } from 'vitest'
import { range } from '../../src/lab/config.ts'
import type { Images } from '../../src/lab/images.ts'
import type { Run, RunState } from '../../src/lab/runState.ts'
import { canFork, liveWords, valueNow } from '../../src/ui/controls/liveFields.ts'
import { parseCheck, solved } from '../../src/ui/figure/checkExercises.ts'
import { firstEpoch, firstVariant, medianAt, seedsThat } from '../../src/ui/figure/facts.ts'
import { createJudge, verdict } from '../../src/ui/figure/question.ts'
import { badgeWords, stateWords, withoutWebgl } from '../../src/ui/figure/stateWords.ts'
import { strips } from '../../src/ui/figure/strips.ts'
import { plotLabel } from '../../src/ui/plot/usePlotLabel.ts'
import { learning, recording, setup } from './recording.ts'

const at = (epoch: number) => ({ step: epoch, epoch })

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
    [{ status: 'running' as const, now: at(10) }, 'Running, showing epoch 10 of 20'],
    [{ status: 'running' as const, destination: 40 }, 'Computing to epoch 40'],
    [{ destination: 40 }, 'Paused on the way to epoch 40'],
    [
      { status: 'running' as const, diverged: { small: [3, 9], he: [null, null] } },
      'Running, 1 of 2 variants',
    ],
    [{ status: 'loading' as const, backend: null }, 'Measuring which of WebGL, wasm and CPU is fastest here'],
    [{ status: 'loading' as const, backend: null, backendChoice: 'webgl' as const }, 'Starting WebGL'],
  ])('%j', (news, words) => expect(stateWords(recording(learning, news).getState(), setup)).toBe(words))

  it('says who paused it', () => {
    const state = recording(learning).getState()
    expect(stateWords(state, setup, 'away')).toBe('Paused while out of view')
    expect(stateWords(state, setup, 'other')).toBe('Paused: another figure runs')
  })

  it('keeps the guess and says what it was', () => {
    const question = {
      ask: 'Which?',
      options: [
        { id: 'small', label: 'Small' },
        { id: 'he', label: 'He' },
      ],
    }
    expect(verdict(question, 'small', 'he')).toBe('Answer: He.')
    expect(verdict(question, 'he', 'he')).toBe('You were right.')
    expect(verdict(question, 'he', null)).toBe('')
  })
})

describe('the answer to the question', () => {
  const question = {
    ask: 'Which?',
    options: [],
    answer: (run: Run) => firstVariant(run, 'loss', { atMost: 0.5 }),
  }
  const values = { learningRate: 1 }
  it('comes from a run as published, and stands from then on', () => {
    const judge = createJudge(question)
    expect(judge(recording(learning, { now: at(0) }))).toBeNull()
    expect(judge(recording(learning))).toBe('he')
    expect(judge(recording(learning, { now: at(0), changes: [{ step: 0, values }] }))).toBe('he')
  })
  it.each([
    ['other settings', { initialConfig: values }],
    ['a change on the way', { changes: [{ step: 5, values }] }],
    ['fewer variants', { variants: ['he'] }],
  ])('is not found in a run with %s', (_, news) =>
    expect(createJudge(question)(recording(learning, news))).toBeNull(),
  )
})

it('the badge names the speed, and why there is no WebGL', () => {
  const state = recording(learning, {
    status: 'running',
    stepsPerSecond: 641.3,
    backendReport: [{ backend: 'webgl', stepsPerSecond: null, why: 'This browser has no WebGL.' }],
  }).getState()
  expect(badgeWords(state)).toBe('641 steps/s')
  expect(withoutWebgl(state)).toBe('This browser has no WebGL.')
  const untimed = {
    ...state,
    backendReport: state.backendReport.map((each) => ({ ...each, untimed: true as const })),
  }
  expect(withoutWebgl(untimed)).toBeNull()
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
      { kind: 'remedy', change: { config: { learningRate: 0.05 } } },
      { kind: 'see', epoch: 0 },
    ])
  })
  it('half the rate is offered only where the figure has it', () => {
    const news = { config: { learningRate: 0.0015 }, diverged: { small: [10, 10], he: [null, null] } }
    expect(strips(recording(learning, news))[0]?.acts.map(({ act }) => act.kind)).toEqual(['see'])
  })
  it('one seed that diverged is a note', () => {
    const [strip] = strips(recording(learning, { diverged: { small: [10, null], he: [null, null] } }))
    expect(strip?.tone).toBe('note')
    expect(strip?.lead).toBe('Small: 1 of 2 seeds diverged, the first at epoch 10.')
  })
  it('how a lost run went on is news that can be put away', () => {
    const notice = 'The graphics device was lost. The run went on from epoch 12 with wasm; nothing was lost.'
    expect(strips(recording(learning, { notice }))).toMatchObject([
      {
        lead: 'The graphics device was lost.',
        rest: 'The run went on from epoch 12 with wasm; nothing was lost.',
        tone: 'note',
        dismissible: true,
      },
    ])
  })
  it('failures and corrections are said in full', () => {
    const run = recording(learning, { status: 'failed', error: 'Out of memory.', corrections: ['A.', 'B.'] })
    expect(strips(run).map(({ id, rest }) => [id, rest])).toEqual([
      ['failed', 'Out of memory.'],
      ['corrections', 'A. B.'],
    ])
  })
  it('a run that went on elsewhere says so, and one without an answer offers to', () => {
    const [went] = strips(
      recording(learning, { notice: 'It was lost. The run went on from epoch 3 with CPU.' }),
    )
    expect([went?.lead, went?.rest]).toEqual(['It was lost.', 'The run went on from epoch 3 with CPU.'])
    const [silent] = strips(recording(learning, { status: 'running', unanswered: true }))
    expect([silent?.tone, silent?.acts.map(({ act }) => act)]).toEqual(['note', [{ kind: 'revive' }]])
  })
})

it('a plot says what it shows now', () => {
  expect(plotLabel(recording(learning), 'accuracy')).toBe('Accuracy at epoch 20: Small 80%, He 99.5%')
  const run = recording(learning, { status: 'idle', reach: at(0), now: at(0) })
  expect(plotLabel(run, 'loss')).toBe('Loss: empty axes, not started')
})

it('a plot says what was changed on the way, where it was forked, and what was before', () => {
  const forked = {
    forkedAt: at(10),
    changes: [{ step: 10, values: { learningRate: 0.5 } }],
  }
  const ghost = recording({ ...learning, he: learning.small }).history
  const run = recording(learning, forked)
  expect(plotLabel(run, 'accuracy', ghost)).toBe(
    'Accuracy at epoch 20: Small 80%, He 99.5%. Forked, learning rate from 0.1 to 0.5 at epoch 10. Before the fork: Small 80%, He 80%',
  )
  expect(plotLabel(run, 'accuracy')).toBe(
    'Accuracy at epoch 20: Small 80%, He 99.5%. Learning rate from 0.1 to 0.5 at epoch 10',
  )
  expect(plotLabel(recording(learning, { ...forked, now: at(10) }), 'accuracy', ghost)).not.toContain(
    'Before',
  )
})

describe('a live field', () => {
  const words = (news: Partial<RunState>) => liveWords(setup, recording(learning, news).getState())
  it('says what a change would do now', () => {
    expect(words({ status: 'idle', reach: at(0), now: at(0) })).toContain('Can also change')
    expect(words({ status: 'running' })).toContain('takes effect at once')
    expect(words({ status: 'done' })).toContain('starts it again')
    expect(words({ status: 'done', now: at(10) })).toContain('goes on from epoch 10')
  })
  it('shows what was in force at the moment shown', () => {
    const changes = [{ step: 15, values: { learningRate: 0.5 } }]
    const state = { config: { learningRate: 0.5 }, changes }
    const rate = (news: Partial<RunState>) =>
      valueNow(recording(learning, { ...state, ...news }).getState(), 'learningRate')
    expect(rate({})).toBe(0.5)
    expect(rate({ now: at(10) })).toBe(0.1)
  })
  it('is what makes a fork worth while', () => {
    const back = recording(learning, { now: at(10) }).getState()
    expect(canFork(setup, back)).toBe(true)
    expect(canFork(setup, recording(learning).getState())).toBe(false)
    expect(canFork({ config: { depth: range({ label: 'Depth', min: 1, max: 2, default: 1 }) } }, back)).toBe(
      false,
    )
  })
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
  it('are solved by what the run was, from its first step to its last', () => {
    const changes = [{ step: 10, values: { learningRate: 0.5 } }]
    const asked = (learningRate: number) => ({ ...check, config: { learningRate } })
    const changed = recording(learning, { status: 'done', config: { learningRate: 0.5 }, changes })
    expect(solved(changed, asked(0.5))).toBeNull()
    expect(solved(changed, asked(0.1))).toBeNull()
    // Where the exercise leaves the rate open, a change on the way is one more way to solve it.
    expect(solved(changed, check)).toBe(
      'Solved: 99.5% at epoch 20, median of 2 seeds, learning rate from 0.1 to 0.5 at epoch 10.',
    )
  })
  it('are about the data of the book', () => {
    const images = {} as Images
    expect(solved(recording(learning, { status: 'done', images }), check)).toBeNull()
  })
  it('a malformed check says what was expected', () => {
    expect(() => parseCheck('{"metric":"accuracy"}')).toThrow(/atLeast/)
    expect(() => parseCheck('[]')).toThrow(/Expected data-check/)
  })
})
