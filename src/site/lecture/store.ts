/** State that others follow. No DOM. */

export interface Followed<T> {
  /** The same object until something changed. */
  getState: () => T
  /** Returns how to stop. */
  subscribe: (listener: () => void) => () => void
}

export interface Store<T> extends Followed<T> {
  set: (news: Partial<T>) => void
}

export function createStore<T extends object>(first: T): Store<T> {
  const listeners = new Set<() => void>()
  let state = first
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(news) {
      state = { ...state, ...news }
      for (const listener of listeners) listener()
    },
  }
}
