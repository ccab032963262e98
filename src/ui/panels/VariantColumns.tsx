/**
 * The variant columns: one column per variant, one panel per row, all on the same moment.
 * Where the columns do not fit side by side they wrap, and each panel then carries its variant's name itself.
 */
import type { CSSProperties, ReactNode } from 'react'
import { styleOf, useFigure, useRunValue } from '../figure/FigureContext.ts'
import { epochOfStep } from '../figure/facts.ts'
import { VariantKey } from '../figure/VariantKey.tsx'
import { formatClock } from '../format.ts'

export function VariantColumns({ children }: { children: ReactNode }) {
  const { run } = useFigure()
  const variants = useRunValue(run, (state) => state.variants)
  return (
    <div className="vars" data-count={variants.length}>
      <div className="cells heads">
        {variants.map((variant) => (
          <VariantHead key={variant} variant={variant} />
        ))}
      </div>
      {children}
    </div>
  )
}

/** Where a variant stopped, in words; null while a seed of it still trains. */
function useStop(variant: string): string | null {
  const { run } = useFigure()
  const seeds = useRunValue(run, (state) => state.diverged[variant])
  if (!seeds || seeds.length === 0 || seeds.some((step) => step === null)) return null
  const clock = run.setup.clock(run.getState().config)
  const step = Math.max(...seeds.map((at) => at ?? 0))
  return `stopped at ${formatClock(epochOfStep(run, variant, step), clock.end - clock.start)}`
}

function VariantHead({ variant }: { variant: string }) {
  const { styles } = useFigure()
  const style = styleOf(styles, variant)
  const stop = useStop(variant)
  return (
    <div className={`head s${style.series}`}>
      <VariantKey style={style} />
      <span className="head-name">{style.label}</span>
      <span className="head-note">{stop ?? style.note}</span>
    </div>
  )
}

/**
 * One row of the variant columns. `children` draws the cell of one variant; `aside` stands at the right of the title.
 * `height` in px is reserved before anything is drawn; without it cells are square.
 */
export function Panel({
  title,
  aside,
  height,
  children,
}: {
  title: string
  aside?: ReactNode
  height?: number
  children: (variant: string) => ReactNode
}) {
  const { run } = useFigure()
  const variants = useRunValue(run, (state) => state.variants)
  const size = height === undefined ? undefined : ({ '--panel-height': `${height}px` } as CSSProperties)
  return (
    <div className="panel">
      <PanelTitle title={title} aside={aside} />
      <div className={height === undefined ? 'cells square' : 'cells'} style={size}>
        {variants.map((variant) => (
          <Cell key={variant} variant={variant}>
            {children(variant)}
          </Cell>
        ))}
      </div>
    </div>
  )
}

function Cell({ variant, children }: { variant: string; children: ReactNode }) {
  const { styles } = useFigure()
  const style = styleOf(styles, variant)
  const stop = useStop(variant)
  return (
    <div className={`cell s${style.series}`} data-variant={variant} data-stopped={stop ? '' : undefined}>
      <div className="cell-head">
        <VariantKey style={style} />
        <span className="head-name">{style.label}</span>
        <span className="head-note">{stop ?? style.note}</span>
      </div>
      <div className="cell-body">{children}</div>
    </div>
  )
}

/** A panel that is not one per variant. */
export function WidePanel({
  title,
  aside,
  height,
  children,
}: {
  title: string
  aside?: ReactNode
  height: number
  children: ReactNode
}) {
  return (
    <div className="panel">
      <PanelTitle title={title} aside={aside} />
      <div className="wide" style={{ '--panel-height': `${height}px` } as CSSProperties}>
        {children}
      </div>
    </div>
  )
}

const PanelTitle = ({ title, aside }: { title: string; aside: ReactNode }) => (
  <div className="panel-title">
    <b>{title}</b>
    {aside === undefined ? null : <span className="panel-aside">{aside}</span>}
  </div>
)
