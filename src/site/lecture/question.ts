/** A figure's question as a room is asked it, and how many answered. */
import type { Question } from '../../ui/figure/question.ts'
import { capital } from '../../ui/format.ts'
import type { LectureQuestion, LectureState } from './state.ts'

/** @param ask a shorter question for the slide; the figure's own, from after its colon, when absent. */
export const slideQuestion = ({ ask: own, options }: Question, ask?: string): LectureQuestion => ({
  ask: ask ?? capital(own.replace(/^Before you run it:\s*/, '')),
  options: options.map(({ id, label, note }) => ({ id, label, ...(note && { note }) })),
})

export const allHands = ({ hands }: Pick<LectureState, 'hands'>): number =>
  Object.values(hands).reduce((sum, count) => sum + count, 0)
