/** Speaks of runs while the reader wants it; the code for it comes then. */
import { spokenRuns } from '../theme.ts'

let stop: (() => void) | undefined
let wanted = false

/** @param words the reader's preferences. */
export const followVoice = (words: string): void => {
  wanted = words.split(' ').includes(spokenRuns)
  if (!wanted) {
    stop?.()
    stop = undefined
  } else if (!stop)
    import('../narration/narrate.ts').then(
      ({ narrate }) => {
        // Meanwhile the reader may have changed their mind, twice.
        if (wanted) stop ??= narrate(document)
      },
      (error: unknown) => console.error('Runs cannot be spoken of: the code for it did not arrive.', error),
    )
}
