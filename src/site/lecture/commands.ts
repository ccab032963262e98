/** What can be asked of a lecture, by whatever key, button, clicker or window. Plain data. */

/** Those that need nothing more to be said. */
export const plainCommands = [
  'pause',
  /** Runs or pauses; in the question view it locks the predictions first. */
  'toggle',
  'reset',
  /** To the next stop of a slide, or the one before: question, run, next slide. What a clicker sends. */
  'next',
  'back',
  'nextFigure',
  'backFigure',
  'first',
  'last',
  /** Question or figure. */
  'predict',
  /** To the figure without a lock and without a run. */
  'skip',
  'blank',
  'theme',
  /** Key line shown or hidden, whatever the run says. */
  'key',
  'recording',
] as const
export type PlainCommand = (typeof plainCommands)[number]

export type Command =
  | { type: PlainCommand }
  | { type: 'hand'; option: string; count?: 1 | -1 }
  | { type: 'goTo'; index: number }
  | { type: 'seek'; units: number }
  | { type: 'seekTo'; epoch: number | null }
