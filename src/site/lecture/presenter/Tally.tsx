/** What the room predicted, for who speaks: on the wall it waits until predictions are locked. */
import { optionLetter } from '../keys.ts'
import { allHands } from '../question.ts'
import type { LectureState } from '../state.ts'

export function Tally({ state }: { state: LectureState }) {
  const { question, hands, answer } = state
  if (!question) return <p className="quiet">This figure asks nothing.</p>
  const counts = question.options.map(({ id }) => hands[id] ?? 0)
  const all = allHands(state)
  const right = question.options.find(({ id }) => id === answer)
  return (
    <>
      <dl className="hands">
        {question.options.map(({ id, label }, i) => (
          <div key={id}>
            <dt>{optionLetter(i)}</dt>
            <dd className="hands-bar">
              <i style={{ width: `${all > 0 ? (100 * counts[i]!) / all : 0}%` }} />
            </dd>
            <dd>
              <span className="num">{counts[i]}</span> {label}
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {right ? `Right: ${right.label}.` : all > 0 ? 'Not decided yet.' : 'No hands yet.'}
      </p>
    </>
  )
}

export const tallyTitle = (state: LectureState): string => {
  const all = allHands(state)
  return all === 0 ? 'The room predicts' : `The room predicted (${all} ${all === 1 ? 'hand' : 'hands'})`
}
