/** Binds the figure of a slide to the lecture: what the lecture asks of it, what it tells the lecture. Client only. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useFigure, useRunValue } from '../../ui/index.ts'
import type { SlideParts } from '../../ui/figure/LiveFigure.tsx'
import { linkToFigure } from '../../ui/figure/link.ts'
import { asPublished, createJudge } from '../../ui/figure/question.ts'
import { seekBy, seekWithin } from '../../ui/plot/seek.ts'
import { slideQuestion } from './question.ts'
import { useSlide } from './slideContext.ts'
import { watchLoss, type Loss } from './takeover.ts'
import { useNotice } from './useNotice.ts'

/** Seconds that what is left of a run takes at most when its recording takes over. */
const longestRest = 40

export function useDriver({ live, playing, play, leave, trouble }: SlideParts): void {
  const { slide, lecture } = useSlide()
  const { figure } = slide
  const { run, attention, question } = useFigure()
  const [lost, setLost] = useState<Loss | null>(null)

  // The same driver for as long as the figure is there; what it drives may become the recording.
  const current = useRef({ run, attention, playing, play, leave })
  useLayoutEffect(() => {
    current.current = { run, attention, playing, play, leave }
  })
  // Before the figure is painted: a slide that asks never shows its figure first, and each key finds what it is for.
  useLayoutEffect(() => {
    const clock = () => {
      const { run: shown } = current.current
      return shown.setup.clock(shown.getState().config)
    }
    return lecture.attach(figure, {
      run: () => current.current.run.run(),
      pause: () => current.current.attention.pause(),
      reset() {
        setLost(null)
        if (current.current.playing) current.current.leave((own) => own.reset())
        else current.current.run.reset()
      },
      seek: (units) => seekBy(current.current.run, clock(), units < 0 ? -1 : 1, Math.abs(units)),
      seekTo(epoch) {
        if (epoch === null) current.current.run.seek(null)
        else seekWithin(current.current.run, clock(), epoch)
      },
      playRecording: () => current.current.play(),
      link: (what, page) =>
        what === 'moment' && current.current.run.getState().now.step === 0
          ? null
          : linkToFigure(current.current.run, what, slide.widget, figure, page),
    })
  }, [lecture, figure, slide.widget])
  useLayoutEffect(() => {
    lecture.report(figure, { question: question ? slideQuestion(question, slide.ask) : null })
  }, [lecture, figure, question, slide.ask])

  const facts = useRunValue(run, ({ status, now, config }) =>
    JSON.stringify({ status, epoch: now.epoch, clock: run.setup.clock(config).name }),
  )
  useEffect(() => {
    lecture.report(figure, { run: { ...JSON.parse(facts), recorded: playing } })
  }, [lecture, figure, facts, playing])

  const [judge] = useState(() => createJudge(question))
  const answer = useRunValue(run, () => judge(run))
  useEffect(() => {
    if (answer !== null) lecture.report(figure, { answer })
  }, [lecture, figure, answer])

  // Other settings have no recording: they wait for another backend.
  const takeOver = useEffectEvent((loss: Loss) => {
    if (playing || !asPublished(live)) return
    setLost(loss)
    play(undefined, loss.step)
  })
  useEffect(() => watchLoss(live, takeOver), [live])
  const paced = useRef<unknown>(null)
  useEffect(() => {
    if (!playing || !lost || paced.current === run) return
    paced.current = run
    const steps = run.setup.steps(run.getState().config)
    // As fast as it was, so that the room sees one run.
    run.setSpeed(Math.max(lost.rate ?? 0, (steps - lost.step) / longestRest))
  }, [run, playing, lost])

  const { words, slow } = useNotice({ live, playing, lost: lost !== null, trouble })
  useEffect(() => lecture.report(figure, { notice: words, slow }), [lecture, figure, words, slow])
}
