/**
 * Notices a worker that lives and does not answer. It never acts on it: a long step, or a driver that compiles for
 * half a minute, looks the same as a worker that is stuck, and only the reader can tell whether to wait.
 */

/** Milliseconds between two looks, and how many of them must find nothing: half a minute. */
const [lookEvery, patience] = [5000, 6]

export interface Heartbeat {
  /** Starts to look, until nothing is expected any more. */
  watch(): void
  stop(): void
}

export function createHeartbeat(options: {
  /** Whether an answer or an update is due. */
  expected: () => boolean
  /** Asks for a sign of life. */
  ping: () => Promise<unknown>
  /** True when there was none for half a minute, false when there is one again. Not told twice in a row. */
  tell: (silent: boolean) => void
  every?: number
}): Heartbeat {
  const { expected, ping, tell, every = lookEvery } = options
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Looks, and not time: a computer that slept has not been looking. */
  let looks = 0
  let told = false
  let asked = false

  const say = (silent: boolean) => {
    if (told !== silent) tell((told = silent))
  }
  function alive(): void {
    asked = false
    looks = 0
    say(false)
  }

  function look(): void {
    timer = undefined
    if (!expected()) {
      looks = 0
      say(false)
      return
    }
    if (asked) looks++
    else {
      asked = true
      // That the worker is lost is told in other ways.
      ping().then(alive, alive)
    }
    if (looks >= patience) say(true)
    timer = setTimeout(look, every)
  }

  return {
    watch() {
      timer ??= setTimeout(look, every)
    },
    stop() {
      clearTimeout(timer)
      timer = undefined
      alive()
    },
  }
}
