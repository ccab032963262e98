/** A store's state, for React. */
import { useSyncExternalStore } from 'react'
import type { Followed } from './store.ts'

export const useStore = <T>({ subscribe, getState }: Followed<T>): T =>
  useSyncExternalStore(subscribe, getState, getState)
