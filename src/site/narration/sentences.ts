/** What is said of a run, one sentence at a time. No DOM. */

/** What a figure shows in words at one moment. */
export interface Words {
  /** The plot's label: "Loss at epoch 36: Small 0.25, He 0.013." Changes as it trains. */
  plot: string
  /** What has happened so far, in one or more sentences; empty before anything has. */
  readout: string
  running: boolean
}

/** "Small leads at 0.1. He follows." as two; a decimal point ends no sentence. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])/u).filter((sentence) => sentence !== '')

/** Milliseconds from one sentence to the next: long enough to hear one out. */
export const pause = 5000

/**
 * Chooses what to say next. Events come first, each once; while there are none, how far the run is; at its end where
 * it ended. Never sooner than `pause` after the last sentence, so some are left out: of progress only the newest counts.
 */
export function createNarrator(say: (sentence: string) => void) {
  let last = -Infinity
  let told = new Set<string>()
  let wasRunning = false
  /** The end of the run has not been told yet. */
  let ending = false
  return {
    /** A run begins: what was told of the last one is forgotten. */
    begin() {
      told = new Set()
      wasRunning = true
      ending = false
    },
    /** @param now milliseconds, as of any clock. Returns whether there is more to tell, though the run may have ended. */
    hear({ plot, readout, running }: Words, now: number): boolean {
      if (wasRunning && !running) ending = true
      wasRunning = running
      const events = sentencesOf(readout).filter((sentence) => !told.has(sentence))
      if (now - last < pause) return running || ending || events.length > 0
      const [event] = events
      const sentence = event ?? (running || ending ? plot : '')
      if (event === undefined) ending = false
      if (sentence === '' || (event === undefined && told.has(sentence))) return running
      told.add(sentence)
      last = now
      say(sentence)
      return running || ending || events.length > 1
    },
  }
}
