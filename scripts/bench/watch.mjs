/**
 * Listens in on a page from outside, without changing it: when Run was pressed, and when which measurements of a run
 * arrived from the worker.
 */

/** Runs in the page before its own scripts. */
const listen = () => {
  const log = { pressed: 0, updates: [] }
  const heard = new WeakSet()
  const note = ({ data }) => {
    for (const argument of data?.argumentList ?? []) {
      const update = argument.value
      if (!update?.variants || !('status' in update)) continue
      const variants = {}
      for (const [name, { steps, values }] of Object.entries(update.variants))
        variants[name] = { steps: [...steps], values: [...values] }
      log.updates.push({ time: performance.now(), status: update.status, step: update.step, variants })
    }
  }
  const own = Reflect.get(EventTarget.prototype, 'addEventListener')
  const addListener = (target, ...rest) => own.call(target, ...rest)
  EventTarget.prototype.addEventListener = function add(type, ...rest) {
    if (type === 'message' && (this instanceof MessagePort || this instanceof Worker) && !heard.has(this)) {
      heard.add(this)
      addListener(this, 'message', note)
    }
    return addListener(this, type, ...rest)
  }
  addListener(
    globalThis,
    'click',
    ({ target }) => {
      if (!target.closest('[data-run]')) return
      log.pressed = performance.now()
      log.updates = []
    },
    true,
  )
  globalThis.benchLog = log
}

/** Call before the page is opened. */
export const watch = (page) => page.addInitScript(listen)

/** The updates since Run was pressed last; their times in seconds from then. */
export const heard = (page) =>
  page.evaluate(() => {
    const { pressed, updates } = globalThis.benchLog
    return updates.map((update) => ({ ...update, time: (update.time - pressed) / 1000 }))
  })

/**
 * When the measurement arrived in which a metric first was at most `limit`, for each seed; null where none did.
 * @param place of the metric among the setup's metrics.
 */
export function reached(updates, variant, { place, metrics, seeds, limit }) {
  return Array.from({ length: seeds }, (_, seed) => {
    for (const { time, variants } of updates) {
      const { steps, values } = variants[variant]
      for (let i = 0; i < steps.length; i++)
        if (values[(i * metrics + place) * seeds + seed] <= limit) return { time, step: steps[i] }
    }
    return null
  })
}
