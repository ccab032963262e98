/** The record of this browser, for the page; one for all who ask. */
import { recordKey } from './keys.ts'
import { createStore, type Store } from './store.ts'

export const browserStore: Store = createStore(() => localStorage, Date.now)

/**
 * Calls back when another tab has written, or everything was erased; and when this page comes back as it was left, and
 * has heard nothing of that meanwhile.
 */
export const onChangeElsewhere = (listener: () => void): void => {
  addEventListener('storage', ({ key }) => {
    if (key === recordKey || key === null) listener()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) listener()
  })
}
