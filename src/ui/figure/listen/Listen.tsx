/** Lets a reader hear the curves of a figure: one variant after another, the epoch line going along. */
import { useEffect, useRef, useState } from 'react'
import type { Run } from '../../../lab/runState.ts'
import { capital } from '../../format.ts'
import { styleOf, useFigure, useRunState } from '../FigureContext.ts'
import { intoView } from '../intoView.ts'
import { VariantKey } from '../VariantKey.tsx'
import { curvesOf } from './curves.ts'
import { play, voiceOf } from './sound.ts'

export function Listen() {
  const { run, widget, styles } = useFigure()
  const { variants, reach } = useRunState(run)
  const metrics = Object.entries(run.setup.metrics)
  const [metric, setMetric] = useState(metrics[0]?.[0] ?? '')
  const [heard, setHeard] = useState<{ run: Run; variant: string } | null>(null)
  const [trouble, setTrouble] = useState('')
  const playing = useRef<{ run: Run; control: AbortController }>(undefined)
  useEffect(() => () => playing.current?.control.abort(), [])
  // A recording that is left while it sounds is a run that nobody shows any more.
  useEffect(() => {
    if (playing.current?.run !== run) playing.current?.control.abort()
  }, [run])
  const sounding = heard?.run === run ? heard.variant : null
  const name = run.setup.metrics[metric]?.label ?? metric

  const stop = () => {
    playing.current?.control.abort()
    setHeard(null)
  }
  const listen = async (chosen: readonly string[]) => {
    stop()
    setTrouble('')
    // Lines that grow while they sound would have no end to come to.
    run.pause()
    const control = new AbortController()
    playing.current = { run, control }
    const curves = curvesOf(run, metric)
    for (const variant of chosen) {
      if (control.signal.aborted) return
      setHeard({ run, variant })
      const voice = voiceOf(variants.indexOf(variant), variants.length)
      await play(curves.get(variant) ?? [], voice, (epoch) => run.seek(epoch), control.signal)
    }
    if (control.signal.aborted) return
    run.seek(null)
    setHeard(null)
  }
  const start = (chosen: readonly string[]) =>
    void listen(chosen).catch((error: unknown) => {
      setHeard(null)
      setTrouble(
        `This browser plays no sound here (${error instanceof Error ? error.message : String(error)}).`,
      )
    })

  return (
    <section className="listen" ref={intoView} aria-labelledby={`${widget}-listen`}>
      <p id={`${widget}-listen`}>
        <b>Listen.</b> A high tone is a high {name}. Each curve takes four seconds, and the epoch line goes
        along.
      </p>
      {reach.step === 0 ? (
        <p>Run the figure first: there is no curve yet.</p>
      ) : (
        <div className="listen-acts">
          {metrics.length > 1 ? (
            <label>
              Curve{' '}
              <select value={metric} onChange={({ target }) => setMetric(target.value)}>
                {metrics.map(([id, { label }]) => (
                  <option key={id} value={id}>
                    {capital(label)}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {variants.map((variant) => {
            const style = styleOf(styles, variant)
            return (
              <button
                key={variant}
                type="button"
                className={`btn line s${style.series}`}
                aria-pressed={sounding === variant}
                onClick={() => start([variant])}
              >
                <VariantKey style={style} /> {style.label}
              </button>
            )
          })}
          {variants.length > 1 ? (
            <button type="button" className="btn line" onClick={() => start(variants)}>
              All, one after another
            </button>
          ) : null}
          <button type="button" className="btn line" disabled={sounding === null} onClick={stop}>
            Stop
          </button>
        </div>
      )}
      <p className="listen-now" role="status">
        {trouble || (sounding === null ? '' : `${run.setup.variants[sounding]?.label ?? sounding}: ${name}`)}
      </p>
    </section>
  )
}
