/** The foot of a slide: where in the deck it is, one quiet sentence, and the keys, which are buttons, too. */
import type { Command } from './commands.ts'
import { optionLetter, type WindowAct } from './keys.ts'
import { allHands } from './question.ts'
import type { LectureState } from './state.ts'

export type Act = (act: Command | WindowAct) => void

interface Hint {
  keys: readonly { key: string; name?: string; act: Command | WindowAct }[]
  words: string
}

const training = ({ run }: LectureState) => run?.status === 'running' || run?.status === 'loading'

const one = (key: string, words: string, act: Command | WindowAct): Hint => ({ keys: [{ key, act }], words })

const seek = (key: string, units: 1 | -1): Hint['keys'][number] => ({
  key,
  name: units < 0 ? 'Back one measurement' : 'On one measurement',
  act: { type: 'seek', units },
})

function hintsOfQuestion({ question, locked }: LectureState): Hint[] {
  const start = one('Space', locked ? 'run' : 'lock and run', { type: 'toggle' })
  if (locked)
    return [start, one('P', 'figure', { type: 'predict' }), one('N', 'next', { type: 'nextFigure' })]
  const hands = (question?.options ?? []).map(({ id, label }, i) => ({
    key: optionLetter(i),
    name: `Add a hand for ${label}`,
    act: { type: 'hand', option: id } as const,
  }))
  return [{ keys: hands, words: 'add a hand' }, start, one('S', 'skip', { type: 'skip' })]
}

function hintsOf(state: LectureState): Hint[] {
  const { view, question, run, slow } = state
  if (view === 'question') return hintsOfQuestion(state)
  return [
    one('Space', training(state) ? 'pause' : 'run', { type: 'toggle' }),
    { keys: [seek('←', -1), seek('→', 1)], words: run?.clock ?? 'epoch' },
    ...(slow ? [one('R', 'recording', { type: 'recording' })] : []),
    ...(question && !slow ? [one('P', 'predict', { type: 'predict' })] : []),
    one('N', 'next', { type: 'nextFigure' }),
    one('B', 'blank', { type: 'blank' }),
    one('?', 'keys', 'keys'),
  ]
}

/** "Right: He, 30 of 58 hands." */
export function verdictOf(state: LectureState): string | null {
  const { answer, question, hands, locked } = state
  const right = question?.options.find(({ id }) => id === answer)
  if (!right || !locked) return null
  const all = allHands(state)
  return `Right: ${right.label}${all > 0 ? `, ${hands[right.id] ?? 0} of ${all} hands` : ''}.`
}

export function Foot({ state, awake, act }: { state: LectureState; awake: boolean; act: Act }) {
  const { index, count, notice } = state
  const words = state.view === 'figure' ? (notice ?? verdictOf(state)) : null
  return (
    <footer className="slide-foot">
      <div className="segs" role="img" aria-label={`Figure ${index + 1} of ${count}`}>
        {Array.from({ length: count }, (_, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- they are places, and nothing else
          <i key={i} className={i < index ? 'd' : i === index ? 'n' : undefined} />
        ))}
      </div>
      <span className="slide-place">
        Figure {index + 1} of {count}
      </span>
      <p className="slide-notice">{words}</p>
      <div className="hints" data-awake={awake ? '' : undefined}>
        {hintsOf(state).map(({ keys, words: label }) => (
          // By its key: the button that has the focus keeps it when its words change.
          <span key={keys[0]!.key} className="hint">
            {keys.length > 1 ? (
              <>
                {keys.map(({ key, name, act: what }) => (
                  <button key={key} type="button" aria-label={name} onClick={() => act(what)}>
                    <kbd>{key}</kbd>
                  </button>
                ))}
                {label}
              </>
            ) : (
              <button type="button" onClick={() => act(keys[0]!.act)}>
                <kbd>{keys[0]!.key}</kbd> {label}
              </button>
            )}
          </span>
        ))}
      </div>
    </footer>
  )
}
