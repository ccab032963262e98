/** The slides of a lecture: one stage, one figure on it, the key line or the question above, the foot below. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Command } from './commands.ts'
import type { Deck, SlideFacts } from './deck.ts'
import { Foot, verdictOf } from './Foot.tsx'
import { actOf, presenterActs, type PresenterAct, type WindowAct } from './keys.ts'
import { KeysDialog } from './KeysDialog.tsx'
import { isInUse } from './keysInUse.ts'
import { letGoAfterPointers } from './letGo.ts'
import { QuestionView } from './QuestionView.tsx'
import { SlideHost } from './SlideHost.tsx'
import type { Lecture, LectureState } from './state.ts'
import { useAlive } from './useAlive.ts'
import { useHints } from './useHints.ts'
import { useStage } from './useStage.ts'
import { useStore } from './useStore.ts'

const isPresenterAct = (what: Command | WindowAct): what is PresenterAct =>
  presenterActs.includes(what as PresenterAct)

/** @throws where the browser refuses, or knows no full screen. */
async function fillScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen()
  else await document.documentElement.requestFullscreen()
}

export function LectureApp({
  deck,
  lecture,
  root,
  present,
}: {
  deck: Deck
  lecture: Lecture
  root: string
  present: (act: PresenterAct) => void
}) {
  const state = useStore(lecture)
  const alive = useAlive(state)
  const { awake, wake } = useHints()
  const [keysOpen, setKeysOpen] = useState(false)
  const stage = useRef<HTMLDivElement>(null)
  useStage(stage)

  const act = useEffectEvent((what: Command | WindowAct) => {
    if (what === 'keys') setKeysOpen(true)
    else if (isPresenterAct(what)) present(what)
    else if (what === 'fullscreen')
      fillScreen().catch(() =>
        lecture.report(state.figure, { notice: 'The browser did not let the slides fill the screen.' }),
      )
    else lecture.dispatch(what)
  })
  // Before the first paint: what can be seen can be asked of.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isInUse(event)) return
      const what = actOf(event, lecture.getState())
      if (what === null) {
        if (!event.repeat && !/^(Shift|Tab|Escape)$/.test(event.key)) wake()
        return
      }
      event.preventDefault()
      act(what)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [lecture, wake])

  useEffect(letGoAfterPointers, [])

  // Who speaks has six seconds from when there is something to do.
  const ready = state.run === null ? null : state.figure
  useEffect(() => {
    if (ready !== null) wake()
  }, [ready, wake])

  const slide = deck.slides[state.index]!
  return (
    <div className="stage" data-stage ref={stage} data-view={state.view}>
      <Head slide={slide} state={state} />
      <div className="slide-body">
        {alive
          .toSorted((a, b) => a - b)
          .map((i) => {
            const one = deck.slides[i]!
            const shown = i === state.index && state.view === 'figure'
            return <SlideHost key={one.figure} slide={one} lecture={lecture} shown={shown} />
          })}
        {state.view === 'question' ? <QuestionView state={state} lecture={lecture} /> : null}
      </div>
      <Foot state={state} awake={awake} act={(what) => act(what)} />
      <p className="sr" role="status">
        {spoken(slide, state)}
      </p>
      {keysOpen ? (
        <KeysDialog
          chapter={{ title: deck.title, href: root + deck.chapter }}
          onClose={() => setKeysOpen(false)}
        />
      ) : null}
      {state.blank ? (
        <button
          type="button"
          className="slide-blank"
          aria-label="The screen is blank. Show the slide"
          onClick={() => lecture.dispatch({ type: 'blank' })}
        />
      ) : null}
    </div>
  )
}

/** Title and key line share their place, so that nothing below moves when one follows the other. */
function Head({ slide, state }: { slide: SlideFacts; state: LectureState }) {
  const asked = state.view === 'question' ? state.question?.ask : undefined
  const lines = asked === undefined ? [slide.title, slide.key] : [asked]
  const shown = asked ?? (state.keyShown ? slide.key : slide.title)
  return (
    <div className="slide-head">
      {lines.map((line) =>
        line === shown ? (
          <h1 key={line} className="slide-line" data-key={line === slide.key ? '' : undefined}>
            {line}
          </h1>
        ) : (
          <p key={line} className="slide-line" aria-hidden="true" data-hidden>
            {line}
          </p>
        ),
      )}
    </div>
  )
}

/** For who listens: the slide, and what came of it. */
function spoken(slide: SlideFacts, state: LectureState): string {
  if (state.blank) return 'The screen is blank.'
  const words = [`Figure ${state.index + 1} of ${state.count}: ${slide.title}.`]
  if (state.view === 'question') words.push(state.locked ? 'Predictions are locked.' : 'Question.')
  else if (state.run?.status === 'done') words.push('Done.', verdictOf(state) ?? '')
  if (state.notice) words.push(state.notice)
  return words.join(' ').trim()
}
