import { describe, expect, it, vi } from 'vitest'
import { createLecture, type Driver, type RunFacts } from './state.ts'

const question = {
  ask: 'Which is first?',
  options: [
    { id: 'he', label: 'He' },
    { id: 'small', label: 'Small' },
  ],
}
const idle: RunFacts = { status: 'idle', epoch: 0, clock: 'epoch', recorded: false }

/** A lecture of three slides; the first two have a question. */
function lecture(index = 0) {
  const store = createLecture({ figures: ['one', 'two', 'three'], index })
  const drivers = Object.fromEntries(
    ['one', 'two', 'three'].map((figure) => {
      const driver = {
        run: vi.fn<Driver['run']>(() =>
          store.report(figure, { run: { ...idle, status: 'running', epoch: 1 } }),
        ),
        pause: vi.fn<Driver['pause']>(() =>
          store.report(figure, { run: { ...idle, status: 'paused', epoch: 1 } }),
        ),
        reset: vi.fn<Driver['reset']>(() => store.report(figure, { run: idle })),
        seek: vi.fn<Driver['seek']>(),
        seekTo: vi.fn<Driver['seekTo']>(),
        playRecording: vi.fn<Driver['playRecording']>(),
        link: vi.fn<Driver['link']>(() => null),
      } satisfies Driver
      store.attach(figure, driver)
      store.report(figure, { run: idle, question: figure === 'three' ? null : question })
      return [figure, driver]
    }),
  ) as Record<string, Driver>
  const end = (figure: string) =>
    store.report(figure, { run: { ...idle, status: 'done', epoch: 9 }, answer: 'he' })
  return { store, drivers, end, see: () => store.getState() }
}

describe('the store of a lecture', () => {
  it('refuses an empty deck, and starts within the deck', () => {
    expect(() => createLecture({ figures: [] })).toThrow(/at least one slide/)
    expect(lecture(9).see()).toMatchObject({ index: 2, figure: 'three' })
    expect(lecture(Number.NaN).see().index).toBe(0)
  })

  it('goes from the question to the run to the next slide, as a clicker does, and back', () => {
    const { store, drivers, see, end } = lecture()
    expect(see().view).toBe('question')
    store.dispatch({ type: 'next' })
    expect(see()).toMatchObject({ view: 'figure', locked: true, index: 0 })
    expect(drivers['one']!.run).toHaveBeenCalledTimes(1)
    end('one')
    store.dispatch({ type: 'next' })
    expect(see()).toMatchObject({ index: 1, view: 'question' })
    store.dispatch({ type: 'back' })
    expect(see()).toMatchObject({ index: 0, view: 'figure' })
    store.dispatch({ type: 'back' })
    expect(see()).toMatchObject({ index: 0, view: 'question', locked: true })
    // What has run is not run again.
    store.dispatch({ type: 'next' })
    expect(drivers['one']!.run).toHaveBeenCalledTimes(1)
  })

  it('has no question view where the figure asks nothing: the first stop is its run', () => {
    const { store, drivers, see } = lecture(2)
    store.dispatch({ type: 'predict' })
    expect(see().view).toBe('figure')
    store.dispatch({ type: 'next' })
    expect(drivers['three']!.run).toHaveBeenCalledTimes(1)
    store.dispatch({ type: 'next' })
    expect(see().index).toBe(2)
  })

  it('counts hands until predictions are locked', () => {
    const { store, see } = lecture()
    for (const option of ['he', 'he', 'small', 'none']) store.dispatch({ type: 'hand', option })
    store.dispatch({ type: 'hand', option: 'he', count: -1 })
    store.dispatch({ type: 'hand', option: 'small', count: -1 })
    store.dispatch({ type: 'hand', option: 'small', count: -1 })
    expect(see().hands).toEqual({ he: 1 })
    store.dispatch({ type: 'toggle' })
    store.dispatch({ type: 'hand', option: 'he' })
    expect(see()).toMatchObject({ hands: { he: 1 }, locked: true, view: 'figure' })
  })

  it('skips without a lock and without a run', () => {
    const { store, drivers, see } = lecture()
    store.dispatch({ type: 'skip' })
    expect(see()).toMatchObject({ view: 'figure', locked: false })
    expect(drivers['one']!.run).not.toHaveBeenCalled()
  })

  it('shows the key line when the run is done, or when asked to', () => {
    const { store, see, end } = lecture()
    store.dispatch({ type: 'skip' })
    expect(see().keyShown).toBe(false)
    store.dispatch({ type: 'key' })
    expect(see().keyShown).toBe(true)
    store.dispatch({ type: 'key' })
    end('one')
    expect(see().keyShown).toBe(false)
    store.dispatch({ type: 'reset' })
    end('one')
    expect(see().keyShown).toBe(true)
  })

  it('pauses a run that is left', () => {
    const { store, drivers, see } = lecture()
    store.dispatch({ type: 'toggle' })
    store.dispatch({ type: 'nextFigure' })
    expect(drivers['one']!.pause).toHaveBeenCalledTimes(1)
    expect(see().index).toBe(1)
  })

  it('keeps what the room guessed when a figure is let go of, and forgets its run', () => {
    const { store, see } = lecture()
    store.dispatch({ type: 'hand', option: 'he' })
    const leave = store.attach('one', {} as Driver)
    leave()
    expect(see()).toMatchObject({ hands: { he: 1 }, run: null })
  })

  it('tells who listens, and holds only what can be posted', () => {
    const { store, see } = lecture()
    const listener = vi.fn<() => void>()
    const stop = store.subscribe(listener)
    store.dispatch({ type: 'blank' })
    store.dispatch({ type: 'theme' })
    expect(see()).toMatchObject({ blank: true, theme: 'projector-dark' })
    stop()
    store.dispatch({ type: 'blank' })
    expect(listener).toHaveBeenCalledTimes(2)
    expect(structuredClone(see())).toEqual(see())
  })
})
