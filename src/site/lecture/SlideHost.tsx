/** Loads the figure of a slide and shows it; one that waits for its turn is laid out and not seen. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { loadWidget, type Widget } from './ahead.ts'
import type { SlideFacts } from './deck.ts'
import { SlideBoundary } from './SlideBoundary.tsx'
import { SlideContext } from './slideContext.ts'
import { SlideFigure } from './SlideFigure.tsx'
import { SlideTrouble } from './SlideTrouble.tsx'
import type { Lecture } from './state.ts'

export function SlideHost({
  slide,
  lecture,
  shown,
}: {
  slide: SlideFacts
  lecture: Lecture
  shown: boolean
}) {
  const { widget, figure, number } = slide
  const [code, setCode] = useState<{ Widget: Widget } | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const load = useCallback(
    () =>
      loadWidget(widget).then(
        (Widget) => setCode({ Widget }),
        (error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)),
      ),
    [widget],
  )
  useEffect(() => void load(), [load])
  const shared = useMemo(() => ({ slide, lecture }), [slide, lecture])
  return (
    <div className="slide-host" id={`fig-${figure}`} data-shown={shown ? '' : undefined} inert={!shown}>
      {code ? (
        <SlideBoundary>
          <SlideContext value={shared}>
            <code.Widget id={figure} number={number} slide={SlideFigure} />
          </SlideContext>
        </SlideBoundary>
      ) : trouble ? (
        <SlideTrouble
          words={`This figure did not load: ${trouble}`}
          again={() => {
            setTrouble(null)
            void load()
          }}
        />
      ) : null}
    </div>
  )
}
