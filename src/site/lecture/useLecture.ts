/** The lecture's state, for React. */
import { useSyncExternalStore } from 'react'
import type { Lecture, LectureState } from './state.ts'

export const useLecture = ({ subscribe, getState }: Lecture): LectureState =>
  useSyncExternalStore(subscribe, getState, getState)
