/**
 * A worker that saves the book may be ended by the browser at any time, and then says nothing more. Who waits for it asks
 * again, which starts it anew, and gives up when nothing comes of that either.
 */
export interface Waiting {
  /** Something was heard, and more is to come. */
  heard(): void
  /** Nothing more is to come. */
  stop(): void
}

/** @param patience milliseconds of silence before it is asked again, and as many before it is given up. */
export function whileSilent(patience: number, ask: () => void, giveUp: () => void): Waiting {
  let timer: ReturnType<typeof setTimeout> | undefined
  const after = (work: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(work, patience)
  }
  return {
    heard: () =>
      after(() => {
        after(giveUp)
        ask()
      }),
    stop: () => clearTimeout(timer),
  }
}
