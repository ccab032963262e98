/** The worker's side: all runs of a page, one of them training at a time. Imports comlink for `serve` alone. */
import { expose, transfer, type Endpoint } from 'comlink'
import type { Backend, Engine } from './engine.ts'
import type { Experiment } from './experiment.ts'
import { holdLifeline } from './lifeline.ts'
import { measureBackends } from './measureBackends.ts'
import type { Host, HostPage, OpenRequest, OpenResult, Update } from './protocol.ts'
import { createSeat, type Seat } from './seat.ts'
import { startSession, type Session } from './session.ts'
import { breathe, createTick, createTurns } from './turns.ts'

/** Loads the experiments by path, `./<widget>/train.ts`: what `import.meta.glob('./*\/train.ts')` gives. */
export type Registry = Readonly<Record<string, () => Promise<{ default: Experiment }>>>

interface Place {
  seat: Seat
  session: Session
  backend: Backend
  /** Start one variant each, of the same settings. */
  rehearsals: (() => Promise<Session>)[]
  /** What the page asked for last; a pause may overtake a run that waits for another figure to stop. */
  wanted: boolean
  driving: Promise<void> | null
}

const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))

export function createHost(registry: Registry, engine: Engine): Host {
  const turn = createTurns()
  const tick = createTick()
  const places = new Map<string, Place>()
  const opening = new Map<string, Promise<unknown>>()
  const closed = new Set<string>()
  /** What is done ahead, before anybody asked for it. */
  let ahead = { over: false }
  let page: HostPage | null = null

  async function load(widget: string): Promise<Experiment> {
    const found = registry[`./${widget}/train.ts`]
    if (!found) throw new Error(`There is no experiment called "${widget}"; its folder needs a train.ts.`)
    try {
      return (await found()).default
    } catch (cause) {
      throw new Error('The experiment could not be loaded. Check the connection and start again.', { cause })
    }
  }

  function pageOf(): HostPage {
    if (!page) throw new Error('No page is connected; call connect first.')
    return page
  }

  function placeOf(id: string): Place {
    const place = places.get(id)
    if (!place) throw new Error('This run has been closed; open it again.')
    return place
  }

  async function stop(place: Place, silent = false): Promise<void> {
    place.wanted = false
    place.seat.halt(silent)
    await place.driving
  }

  async function fail(id: string, error: unknown): Promise<void> {
    const place = places.get(id)
    if (!place) return
    places.delete(id)
    pageOf().failed(id, sentence(error), engine.blames(error))
    await turn(() => place.session.end())
  }

  async function pauseOthers(id: string | null): Promise<void> {
    for (const [other, place] of places) {
      if (other === id || (!place.driving && !place.wanted)) continue
      await stop(place)
      // Unless its own Run has been pressed again since.
      if (!place.wanted) pageOf().interrupted(other)
    }
  }

  async function open({ id, backend, ...request }: OpenRequest): Promise<OpenResult> {
    const experiment = await load(request.widget)
    const started = await turn(async () => {
      try {
        await engine.use(backend)
      } catch (error) {
        return { why: sentence(error) }
      }
      try {
        engine.check()
        const session = await startSession(experiment, request, tick)
        try {
          engine.check()
        } catch (error) {
          await session.end()
          throw error
        }
        return session
      } catch (error) {
        if (engine.blames(error)) return { why: sentence(error), lost: true }
        throw error
      }
    })
    if ('why' in started) return { usable: false, ...started }
    const seat = createSeat({ id, backend, session: started, engine, page: pageOf(), turn })
    try {
      if (closed.has(id)) throw new Error('This run was closed before it was ready.')
      await seat.deliver('ready')
    } catch (error) {
      await turn(() => started.end())
      throw error
    }
    const rehearsals = request.variants.map(
      (variant) => () => startSession(experiment, { ...request, variants: [variant] }, breathe),
    )
    places.set(id, { seat, session: started, backend, rehearsals, wanted: false, driving: null })
    return { usable: true }
  }

  /** Resolves once it is under way; to nothing when it was overtaken by another wish. */
  async function drive(id: string, until?: number): Promise<Place | undefined> {
    const place = placeOf(id)
    place.wanted = true
    await pauseOthers(id)
    await place.driving
    if (!place.wanted || place.driving || !places.has(id)) return undefined
    place.driving = place.seat
      .drive(until)
      .catch((error: unknown) => fail(id, error))
      .finally(() => {
        place.driving = null
        // Not when it was halted: by then the page may want it again.
        if (place.session.done || until !== undefined) place.wanted = false
      })
    return place
  }

  /** Holds once what is now done ahead has to end. */
  function givingWay(): () => boolean {
    const mine = ahead
    return () => mine.over || [...places.values()].some(({ driving, wanted }) => driving ?? wanted)
  }

  return {
    connect(other) {
      page = other
      return holdLifeline()
    },
    async open(request) {
      const result = open(request)
      opening.set(request.id, result)
      try {
        return await result
      } finally {
        opening.delete(request.id)
        closed.delete(request.id)
      }
    },
    async run(id) {
      await drive(id)
    },
    async goTo(id, step) {
      const place = await drive(id, step)
      await place?.driving
      return place !== undefined && (place.session.done || place.session.step >= step)
    },
    change: (id, values, notBefore) => placeOf(id).session.change(values, notBefore),
    async predict(id, x, rows) {
      const { session, backend } = placeOf(id)
      return turn(async () => {
        await engine.use(backend)
        return session.predict(x, rows)
      })
    },
    async pause(id) {
      await stop(placeOf(id))
    },
    async step(id) {
      const place = placeOf(id)
      await stop(place)
      await pauseOthers(id)
      try {
        await place.seat.step()
      } catch (error) {
        await fail(id, error)
      }
    },
    async close(id) {
      if (opening.has(id)) {
        closed.add(id)
        await opening.get(id)?.catch(() => undefined)
      }
      const place = places.get(id)
      if (!place) return
      places.delete(id)
      await stop(place, true)
      await turn(() => place.session.end())
    },
    setSpeed(id, speed) {
      placeOf(id).seat.speed = speed
    },
    setWantsViews(id, wants) {
      placeOf(id).seat.wantsViews = wants
    },
    async measureBackends(request, isAhead = false) {
      const over = isAhead ? givingWay() : undefined
      if (!isAhead) await pauseOthers(null)
      return measureBackends(await load(request.widget), request, engine, turn, over)
    },
    async warmUp(id) {
      const { session, backend, rehearsals } = placeOf(id)
      const over = givingWay()
      /** A turn on this backend, unless that is over. */
      const quietly = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
        await breathe()
        return turn(async () => {
          if (over() || !places.has(id)) return undefined
          await engine.use(backend)
          return work()
        })
      }
      while (await quietly(() => session.look()));
      for (const start of rehearsals)
        await quietly(async () => {
          const rehearsal = await start()
          try {
            if (!over()) await rehearsal.advance({ measured: true })
            if (!over()) await rehearsal.collect({ views: true, checkpoint: true })
            // Before the second step the layers are looked at.
            if (!over()) await rehearsal.advance()
            await engine.settle()
          } finally {
            await rehearsal.end()
          }
        })
    },
    giveWay() {
      ahead.over = true
      ahead = { over: false }
    },
    ping() {},
    tensors: () => engine.tensors(),
  }
}

/**
 * Measurements and checkpoints change hands without a copy. Pictures are copied: an experiment may keep and reuse
 * their arrays, and two variants may share one.
 */
const moving = (update: Update) =>
  transfer(update, [
    ...Object.values(update.variants).flatMap(({ steps, epochs, values }) => [
      steps.buffer,
      epochs.buffer,
      values.buffer,
    ]),
    ...new Set(
      Object.values(update.checkpoint?.variants ?? {}).flatMap(
        ({ checkpoint }) => checkpoint?.tensors.map(({ buffer }) => buffer) ?? [],
      ),
    ),
  ])

/** Answers a page from a worker: call it once, at the top of the worker's module. */
export function serve(registry: Registry, engine: Engine, endpoint: Endpoint = globalThis as never): void {
  const host = createHost(registry, engine)
  const served: Host = {
    ...host,
    connect: (page) =>
      host.connect({
        update: (id, update) => page.update(id, moving(update)),
        interrupted: (id) => page.interrupted(id),
        failed: (id, words, device) => page.failed(id, words, device),
      }),
  }
  expose(served, endpoint)
}
