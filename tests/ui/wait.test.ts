/** What a figure says while its run takes long on this device, and when it shows the recording by itself. */
import { expect, it } from 'vitest'
import type { RunState } from '../../src/lab/runState.ts'
import { createWait, type Meanwhile } from '../../src/ui/figure/wait.ts'
import { learning, recording } from './recording.ts'

/** A run of 100 steps and a clock that the test moves. The setup of these tests has five seeds by default. */
function figure(news: Partial<RunState> = {}, unasked = true) {
  let time = 0
  const moment = (step: number) => ({ step, epoch: step })
  let state: RunState = {
    ...recording(learning).getState(),
    seeds: [0, 1, 2, 3, 4],
    status: 'idle',
    reach: moment(0),
    now: moment(0),
    ...news,
  }
  const listeners = new Set<() => void>()
  const become = (changed: Partial<RunState>) => {
    state = { ...state, ...changed }
    for (const listener of listeners) listener()
  }
  const run = {
    ...recording(learning),
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const asked: Meanwhile[] = []
  const wait = createWait({ run, unasked, play: (meanwhile) => asked.push(meanwhile), clock: () => time })
  const stop = wait.watch()
  return {
    wait,
    become,
    stop,
    plays: () => asked.length,
    /** The last wish for a recording: to be asked when it has arrived. */
    wish: () => asked.at(-1)!,
    /** Trains on for `seconds`, a step each `each` seconds; `shown` is the step that the reader looks at. */
    train: (seconds: number, each: number, shown?: number) => {
      for (const end = time + 1000 * seconds; time < end;) {
        time += 1000 * each
        const step = state.reach.step + 1
        become({ status: 'running', reach: moment(step), now: moment(shown ?? step) })
      }
    },
  }
}

it('says how long a long run takes, and offers its recording', () => {
  const { wait, become, train, plays, stop } = figure()
  become({ status: 'running' })
  train(1, 0.4)
  expect(wait.read()).toEqual({ strip: null, state: null })
  train(3, 0.4)
  expect(wait.read().strip).toMatchObject({
    lead: 'On this device this run takes about 40 s.',
    rest: 'You can watch its recording meanwhile; the run goes on.',
    acts: [{ label: 'Play the recording meanwhile', act: { kind: 'meanwhile', shown: true } }],
  })
  expect(plays()).toBe(0)
  become({ status: 'done' })
  expect(wait.read().strip).toBeNull()
  stop()
})

it('is silent about a short run, and about one that the reader slowed down', () => {
  const short = figure()
  short.become({ status: 'running' })
  short.train(8, 0.1)
  expect(short.wait.read().strip).toBeNull()
  const slow = figure({ speed: 2 })
  slow.become({ status: 'running' })
  slow.train(8, 0.5)
  expect(slow.wait.read().strip).toBeNull()
})

it.each<[string, Partial<RunState>]>([
  ['other settings', { initialConfig: { learningRate: 1 } }],
  ['other seeds', { seeds: [0, 1] }],
  ['one variant', { variants: ['he'] }],
])('offers no recording of a run with %s', (_, news) => {
  const { wait, become, train, plays } = figure(news)
  become({ status: 'running' })
  train(5, 0.8)
  expect(wait.read().strip).toMatchObject({ lead: 'On this device this run takes about 80 s.', acts: [] })
  expect(wait.read().strip?.rest).toMatch(/^With fewer (seeds|variants|seeds or variants) it takes less\.$/)
  expect(plays()).toBe(0)
})

it('names the way to a link’s moment, and what is left after a pause', () => {
  const link = figure({ destination: 60 })
  link.become({ status: 'running' })
  link.train(5, 0.5)
  expect(link.wait.read().strip?.lead).toBe('On this device this takes about 30 s.')
  const resumed = figure({ reach: { step: 40, epoch: 40 } })
  resumed.become({ status: 'running' })
  resumed.train(5, 0.5)
  expect(resumed.wait.read().strip?.lead).toBe('On this device the rest of this run takes about 30 s.')
})

it('plays the recording by itself where the wait is longer than a minute, once', () => {
  const { wait, become, train, plays } = figure()
  become({ status: 'running' })
  train(5, 1)
  expect(plays()).toBe(1)
  wait.shows(true)
  expect(wait.read()).toMatchObject({
    state: 'Recording shown; your run is at 5%',
    strip: {
      lead: 'The recording is shown while your run goes on.',
      rest: 'On this device it takes about 2 min.',
      acts: [{ label: 'Show my run', act: { kind: 'meanwhile', shown: false } }],
    },
  })
  wait.shows(false)
  become({ status: 'paused' })
  train(5, 1)
  expect(plays()).toBe(1)
  become({ status: 'idle', reach: { step: 0, epoch: 0 } })
  train(5, 1)
  expect(plays()).toBe(2)
})

it.each([
  ['the reader looks at the past', true, 0],
  ['bytes are to be saved', false, undefined],
])('does not where %s', (_, unasked, shown) => {
  const { wait, become, train, plays } = figure({}, unasked)
  become({ status: 'running' })
  train(5, 1, shown)
  expect(wait.read().strip?.acts.map(({ label }) => label)).toEqual(['Play the recording meanwhile'])
  expect(plays()).toBe(0)
})

/** What a reader may do while the recording is on its way. */
const meanwhile: [string, Partial<RunState>][] = [
  ['moved a live learning rate', { changes: [{ step: 3, values: { learningRate: 1 } }] }],
  ['chose other settings', { initialConfig: { learningRate: 1 } }],
  ['chose other seeds', { seeds: [0] }],
  ['opened a link to a moment', { destination: 60 }],
  ['paused', { status: 'paused' }],
  ['waited to the end', { status: 'done' }],
  ['started anew', { reach: { step: 0, epoch: 0 }, now: { step: 0, epoch: 0 } }],
]

it.each(meanwhile)('a recording that arrives when the reader has %s is not shown', (_, news) => {
  for (const askedFor of [false, true]) {
    const { wait, become, train, wish } = figure({}, !askedFor)
    become({ status: 'running' })
    train(5, 1)
    if (askedFor) wait.play()
    expect([wish().unasked, wish().still()]).toEqual([!askedFor, true])
    become(news)
    expect(wish().still()).toBe(false)
  }
})

it('nor one that nobody asked for when the reader looks at the past; who asked for it sees it', () => {
  const { wait, become, train, wish } = figure()
  become({ status: 'running' })
  train(5, 1)
  become({ now: { step: 0, epoch: 0 } })
  expect([wish().unasked, wish().still()]).toEqual([true, false])
  wait.play()
  expect([wish().unasked, wish().still()]).toEqual([false, true])
})

it('who has asked for the recording is not offered it again by itself', () => {
  const { wait, become, train, plays } = figure()
  become({ status: 'running' })
  train(3, 0.4)
  expect(plays()).toBe(0)
  wait.play()
  train(12, 4)
  expect(plays()).toBe(1)
})

it('says what became of the run behind the recording', () => {
  const { wait, become, train } = figure()
  become({ status: 'running' })
  train(5, 1)
  wait.shows(true)
  become({ status: 'paused' })
  expect(wait.read().strip?.lead).toBe('Your run is paused at 5%.')
  become({ status: 'failed' })
  expect(wait.read().strip?.lead).toBe('Your run has stopped.')
  become({ status: 'done' })
  expect(wait.read()).toMatchObject({
    state: 'Recording shown; your run is done',
    strip: { lead: 'Your run is done.', rest: 'What you see is the recording.' },
  })
  wait.shows(false)
  expect(wait.read()).toEqual({ strip: null, state: null })
})

it('starts anew when the speed is changed', () => {
  const { wait, become, train } = figure()
  become({ status: 'running' })
  train(6, 0.5)
  expect(wait.read().strip).not.toBeNull()
  become({ speed: 40 })
  expect(wait.read().strip).toBeNull()
  train(5, 0.5)
  expect(wait.read().strip?.lead).toBe('On this device the rest of this run takes about 45 s.')
})
