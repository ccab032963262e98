/**
 * What a figure tells its page: DOM events named `figure` that bubble from the `<figure>` (`solved`: from the exercise). Whoever keeps progress,
 * speaks of runs, shows slides or serves a frame listens; figures know nothing of them.
 */
import type { Run } from '../../lab/runState.ts'

export type FigureNews = { widget: string } & (
  | {
      type: 'ready'
      /** Puts an earlier guess of the reader back, as if it had just been made; an unknown option is ignored. null: the card was skipped. */
      recall: (guess: string | null) => void
      /** What the figure shows at that time: its live run, or a recording. */
      shown: () => Run
    }
  /** The predict card was answered; null: skipped. `label` is the option as the reader sees it. */
  | { type: 'prediction'; guess: string | null; label: string | null }
  /** Training, or the recording, has begun from the start. */
  | { type: 'run'; recorded: boolean }
  /** It has come to its end. */
  | { type: 'done'; recorded: boolean }
  /** The figure's question is decided, by the published run. `right` is null where nobody guessed. */
  | { type: 'answer'; answer: string; label: string; right: boolean | null }
  /** A run met an exercise: its id on the page, and the sentence that says how. */
  | { type: 'solved'; exercise: string; words: string }
)

export const tell = (figure: Element | null, news: FigureNews): void => {
  figure?.dispatchEvent(new CustomEvent('figure', { bubbles: true, detail: news }))
}

declare global {
  interface HTMLElementEventMap {
    figure: CustomEvent<FigureNews>
  }
  interface DocumentEventMap {
    figure: CustomEvent<FigureNews>
  }
}
