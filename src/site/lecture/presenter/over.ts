/** What is shown over the slides; keys and the notes window change it. No DOM. */
import { createStore, type Followed } from '../store.ts'

export type Shown = 'code' | 'deck' | 'notes' | null

export interface Over extends Followed<{ shown: Shown; said: readonly string[] }> {
  show: (what: Shown) => void
  /** A sentence over the slides, until it is closed; none takes it away. */
  say: (...sentences: string[]) => void
}

export function createOver(said: readonly string[]): Over {
  const { getState, subscribe, set } = createStore<ReturnType<Over['getState']>>({ shown: null, said })
  return {
    getState,
    subscribe,
    show: (shown) => set({ shown }),
    say: (...sentences) => set({ said: sentences }),
  }
}
