/** The slide's question with its options. Hands are counted, and shown only when predictions are locked. */
import { optionLetter } from './keys.ts'
import { allHands } from './question.ts'
import type { Lecture, LectureOption, LectureState } from './state.ts'

export function QuestionView({ state, lecture }: { state: LectureState; lecture: Lecture }) {
  const { question } = state
  if (!question) return null
  const all = allHands(state)
  return (
    <ol className="opts" aria-label="Options">
      {question.options.map((option, i) => (
        <OptionRow key={option.id} {...{ option, state, lecture, all }} letter={optionLetter(i)} />
      ))}
    </ol>
  )
}

function OptionRow({
  option,
  letter,
  state: { hands, locked, answer },
  lecture,
  all,
}: {
  option: LectureOption
  letter: string
  state: LectureState
  lecture: Lecture
  /** Hands in total. */
  all: number
}) {
  const { id, label, note } = option
  const count = hands[id] ?? 0
  const right = locked && answer === id
  const words = (
    <>
      {locked && all > 0 ? <span className="opt-bar" style={{ width: `${(100 * count) / all}%` }} /> : null}
      <b>{letter}</b>
      <span className="opt-label">{label}</span>
      <span className="opt-note">{right ? <mark>Right</mark> : note}</span>
      <span className="opt-count">{locked && all > 0 ? count : null}</span>
    </>
  )
  return (
    <li>
      {locked ? (
        <div className="opt" data-right={right ? '' : undefined}>
          {words}
        </div>
      ) : (
        <button type="button" className="opt" onClick={() => lecture.dispatch({ type: 'hand', option: id })}>
          {words}
        </button>
      )}
    </li>
  )
}
