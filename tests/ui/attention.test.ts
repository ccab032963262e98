/** Two figures on a page, one reader: who pauses what, and what goes on by itself. */
import { expect, it } from 'vitest'
import type { Run, RunStatus } from '../../src/lab/runState.ts'
import { createAttention } from '../../src/ui/figure/attention.ts'
import { learning, recording } from './recording.ts'

/** A recorded run whose status follows its buttons. */
function figure() {
  let status: RunStatus = 'idle'
  const listeners = new Set<() => void>()
  const become = (next: RunStatus) => {
    status = next
    for (const listener of listeners) listener()
  }
  const base = recording(learning)
  const run: Run = {
    ...base,
    getState: () => ({ ...base.getState(), status }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    run: () => become('running'),
    pause: () => become('paused'),
    step: () => become('paused'),
    reset: () => become('idle'),
  }
  const attention = createAttention(run)
  const stop = attention.watch()
  return { run, attention, become, stop, status: () => status }
}

it('goes on by itself when it is back on screen', () => {
  const { run, attention, status, stop } = figure()
  run.run()
  attention.setVisible(false)
  expect([status(), attention.hold()]).toEqual(['paused', 'away'])
  attention.setVisible(true)
  expect([status(), attention.hold()]).toEqual(['running', null])
  stop()
})

it('stays paused when the reader paused it, or reset it meanwhile', () => {
  const { run, attention, status, stop } = figure()
  run.run()
  attention.pause()
  attention.setVisible(false)
  attention.setVisible(true)
  expect([status(), attention.hold()]).toEqual(['paused', null])
  run.run()
  attention.setVisible(false)
  run.reset()
  attention.setVisible(true)
  expect(status()).toBe('idle')
  stop()
})

it('says that another figure runs, for as long as it does', () => {
  const [one, two] = [figure(), figure()]
  one.run.run()
  two.run.run()
  one.become('paused')
  expect([one.attention.hold(), two.attention.hold()]).toEqual(['other', null])
  two.become('done')
  expect(one.attention.hold()).toBeNull()
  one.stop()
  two.stop()
})

it('does not take over from a figure that runs when it comes back', () => {
  const [one, two] = [figure(), figure()]
  one.run.run()
  one.attention.setVisible(false)
  two.run.run()
  one.attention.setVisible(true)
  expect([one.status(), one.attention.hold()]).toEqual(['paused', 'other'])
  one.stop()
  two.stop()
})

it('a figure that starts while it is out of view waits until it is seen', async () => {
  const { run, attention, status, stop } = figure()
  attention.setVisible(false)
  run.run()
  expect(status()).toBe('running')
  await Promise.resolve()
  expect([status(), attention.hold()]).toEqual(['paused', 'away'])
  attention.setVisible(true)
  expect(status()).toBe('running')
  stop()
})
