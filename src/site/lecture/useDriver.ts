/** Binds the figure of a slide to the lecture: what the lecture asks of it, what it tells the lecture. Client only. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useFigure, useRunValue } from '../../ui/index.ts'
import type { SlideParts } from '../../ui/figure/LiveFigure.tsx'
import { linkToFigure } from '../../ui/figure/link.ts'
import { asPublished, createJudge } from '../../ui/figure/question.ts'
import { seekBy, seekWithin } from '../../ui/plot/seek.ts'
import { slideQuestion } from './question.ts'
import { useSlide } from './slideContext.ts'
import type { Driver } from './state.ts'
import { watchLoss, type Loss } from './takeover.ts'
import { useNotice } from './useNotice.ts'

/** Seconds that what is left of a run takes at most when its recording takes over. */
const longestRest = 40

export function useDriver({ live, playing, play, leave, trouble }: SlideParts): void {
  const { slide, lecture } = useSlide()
  const { figure } = slide
  const { run, attention, question } = useFigure()
  const [lost, setLost] = useState<Loss | null>(null)

  const linkNow = useEffectEvent<Driver['link']>((what, page) =>
    what === 'moment' && run.getState().now.step === 0
      ? null
      : linkToFigure(run, what, slide.widget, figure, page),
  )
  const act = useEffectEvent((work: (driver: Omit<Driver, 'link'>) => void) => {
    const clock = run.setup.clock(run.getState().config)
    work({
      run: () => run.run(),
      pause: () => attention.pause(),
      step: () => attention.step(),
      reset() {
        setLost(null)
        if (playing) leave((own) => own.reset())
        else run.reset()
      },
      seek: (units) => seekBy(run, clock, units < 0 ? -1 : 1, Math.abs(units)),
      seekTo: (epoch) => (epoch === null ? run.seek(null) : seekWithin(run, clock, epoch)),
      playRecording: () => play(),
    })
  })
  useEffect(
    () =>
      lecture.attach(figure, {
        run: () => act(({ run: go }) => go()),
        pause: () => act(({ pause }) => pause()),
        step: () => act(({ step }) => step()),
        reset: () => act(({ reset }) => reset()),
        seek: (units) => act(({ seek }) => seek(units)),
        seekTo: (epoch) => act(({ seekTo }) => seekTo(epoch)),
        playRecording: () => act(({ playRecording }) => playRecording()),
        link: (what, page) => linkNow(what, page),
      }),
    [lecture, figure],
  )

  const facts = useRunValue(run, ({ status, reach, now, backend, config }) =>
    JSON.stringify({
      status,
      step: reach.step,
      epoch: now.epoch,
      reach: reach.epoch,
      clock: run.setup.clock(config).name,
      backend,
    }),
  )
  useEffect(() => {
    lecture.report(figure, {
      question: question ? slideQuestion(question, slide.ask) : null,
      run: { ...JSON.parse(facts), recorded: playing },
    })
  }, [lecture, figure, question, slide.ask, facts, playing])

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
