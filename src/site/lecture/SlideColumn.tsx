/** The variants of a slide as rows, in the order in which their lines end, each with a picture, its name and a value. */
import { formatValue, medianAt, useFigure, useRunValue } from '../../ui/index.ts'
import type { SlidePanel } from './parts.ts'
import { useSlide } from './slideContext.ts'
import { sideValue, useOrder } from './variants.ts'

export function SlideColumn({ panel }: { panel: SlidePanel }) {
  const { styles } = useFigure()
  const order = useOrder([...styles.keys()])
  if (panel.shape === 'whole')
    return (
      <div className="slide-side">
        <p className="slide-panel">{panel.title}</p>
        <div className="slide-whole">{panel.draw('')}</div>
      </div>
    )
  return (
    <div className="slide-side">
      {panel.shape === 'wide' ? <p className="slide-panel">{panel.title}</p> : null}
      <div className="slide-rows">
        {order.map((variant) => (
          <div key={variant} className={`slide-row s${styles.get(variant)!.series}`} data-variant={variant}>
            <div className="slide-picture">{panel.draw(variant)}</div>
            <div className="slide-words">
              <h2 className="slide-name">{styles.get(variant)!.label}</h2>
              <Value variant={variant} />
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

function Value({ variant }: { variant: string }) {
  const { slide } = useSlide()
  const { run } = useFigure()
  const side = sideValue(run.setup, slide.metrics)
  const text = useRunValue(run, ({ reach, diverged }) => {
    const stops = diverged[variant] ?? []
    if (stops.length > 0 && stops.every((step) => step !== null)) return 'stopped'
    const value = reach.step > 0 && side ? medianAt(run, variant, side.metric) : undefined
    return value === undefined || !side ? '' : `${formatValue(value, 'percent')} ${side.words}`
  })
  return <p className="slide-value">{text}</p>
}
