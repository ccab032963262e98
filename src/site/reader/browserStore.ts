/** The record of this browser, for the page; one for all who ask. */
import { createStore, recordKey, type Store } from './store.ts'

export const browserStore: Store = createStore(() => localStorage, Date.now)

/** Calls back when another tab has written, or everything was erased. */
export const onOtherTab = (listener: () => void): void =>
  addEventListener('storage', ({ key }) => {
    if (key === recordKey || key === null) listener()
  })
