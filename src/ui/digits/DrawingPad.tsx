/** A pad to draw a digit on, what the networks get to see of it, and what each of them reads. */
import { useEffect, useEffectEvent, useMemo, useRef, useState, type CSSProperties } from 'react'
import { styleOf, useFigure } from '../figure/FigureContext.ts'
import { onThemeChange } from '../figure/theme.ts'
import { Answers } from './Answers.tsx'
import { sayAll } from './answers.ts'
import { cells, side } from './ink.ts'
import { paintInk } from './paintInk.ts'
import { usePad } from './usePad.ts'
import { useReadings } from './useReadings.ts'

/**
 * Makes a drawing into what the networks see: centred, scaled, reduced; null where nothing is drawn.
 * @param ink `side * side` brightnesses in [0, 1].
 */
export type Prepare = (ink: Float32Array, side: number) => Float32Array | null

export function DrawingPad({
  prepare,
  onImage,
}: {
  prepare: Prepare
  onImage: ((image: Float32Array | null) => void) | undefined
}) {
  const { widget } = useFigure()
  const pad = usePad()
  const { ink, version, cursor } = pad
  // oxlint-disable-next-line react/exhaustive-deps -- ink is written in place; its version says when
  const image = useMemo(() => prepare(ink.values, side), [prepare, ink, version])
  const { readings, problem } = useReadings(image)
  const told = useEffectEvent((made: Float32Array | null) => onImage?.(made))
  useEffect(() => told(image), [image])
  const spoken = useSpoken(readings, pad.finished)
  const help = `${widget}-pad-help`
  return (
    <div className="pad">
      <div className="pad-draw">
        <p className="own-name">Draw a digit</p>
        <div className="pad-sheet" data-blank={image ? undefined : ''}>
          <canvas
            ref={pad.canvas}
            className="pad-canvas"
            width={side}
            height={side}
            tabIndex={0}
            // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- arrows and Space draw
            role="application"
            aria-label="Drawing pad"
            aria-describedby={help}
            {...pad.events}
          />
          <span
            className="pad-cursor"
            style={{ '--row': cursor.row, '--column': cursor.column, '--cells': cells } as CSSProperties}
          />
        </div>
        <p className="own-note" id={help}>
          Mouse, finger or pen; or arrow keys to move, Space to ink a cell, Shift and an arrow to draw.
        </p>
      </div>
      <div className="pad-seen">
        <Seen image={image} />
        <button type="button" className="btn line" onClick={pad.clear}>
          Clear
        </button>
      </div>
      <div className="pad-read">
        <p className="own-name">What each network reads</p>
        <Answers readings={readings} />
        <p className="own-note pad-state">
          {problem ??
            (!image
              ? 'Probabilities of the ten digits, of the first seed’s networks, where training stands.'
              : readings
                ? 'The first seed’s networks, where training stands.'
                : 'No network is there yet: press Run or Step.')}
        </p>
      </div>
      <p className="sr" role="status">
        {spoken}
      </p>
      <p className="sr" role="status">
        {pad.told}
      </p>
    </div>
  )
}

/** What is read out: once after each finished stroke, never while training goes on. */
function useSpoken(readings: ReturnType<typeof useReadings>['readings'], finished: number): string {
  const { run, styles } = useFigure()
  const [spoken, setSpoken] = useState('')
  const answered = readings !== null
  /** The stroke after which was spoken last. */
  const last = useRef(0)
  const speak = useEffectEvent(() => {
    if (last.current === finished) return
    if (answered) last.current = finished
    const { variants } = run.getState()
    // A network without an answer has diverged.
    const said = readings
      ? variants.map((id) => [styleOf(styles, id).label, readings[id] ?? []] as const)
      : []
    setSpoken(sayAll(said))
  })
  useEffect(() => {
    // The reader may be about to draw the next stroke; and the networks need a moment, the first time a long one.
    const timer = setTimeout(() => speak(), 800)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a finished stroke and the first answer start it anew
  }, [finished, answered])
  return spoken
}

/** The drawing as the networks see it. */
function Seen({ image }: { image: Float32Array | null }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const size = image ? Math.round(Math.sqrt(image.length)) : cells
  useEffect(() => {
    const paint = () => {
      const context = canvas.current?.getContext('2d')
      if (context) paintInk(context, image ?? new Float32Array(size * size), size)
    }
    paint()
    return onThemeChange(paint)
  }, [image, size])
  return (
    <div className="seen">
      <p className="own-note">As the networks see it</p>
      <canvas
        ref={canvas}
        className="seen-canvas"
        width={size}
        height={size}
        role="img"
        aria-label={
          image ? `Your drawing, centred and reduced to ${size} × ${size} pixels` : 'Nothing is drawn yet'
        }
      />
    </div>
  )
}
