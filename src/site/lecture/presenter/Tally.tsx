/** What the room predicted, for who speaks: on the wall it waits until predictions are locked. */
import { optionLetter } from '../keys.ts'
import type { LectureState } from '../state.ts'

export function Tally({ question, hands, answer }: LectureState) {
  if (!question) return <p className="quiet">This figure asks nothing.</p>
  const counts = question.options.map(({ id }) => hands[id] ?? 0)
  const all = counts.reduce((sum, count) => sum + count, 0)
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

export const tallyTitle = ({ hands }: LectureState): string => {
  const all = Object.values(hands).reduce((sum, count) => sum + count, 0)
  return all === 0 ? 'The room predicts' : `The room predicted (${all} ${all === 1 ? 'hand' : 'hands'})`
}
