/** The figure as a table: every metric of every variant at the epoch line. */
import type { Run } from '../../lab/runState.ts'
import { capital, formatClock, formatValue } from '../format.ts'
import { useFigure, useRunState } from './FigureContext.ts'
import { highAt, lowAt, medianAt } from './facts.ts'

const statistics = [
  ['median', medianAt],
  ['lowest', lowAt],
  ['highest', highAt],
] as const

export function DataTable({ number }: { number: string | undefined }) {
  const { run, widget } = useFigure()
  const { now, config, variants, seeds } = useRunState(run)
  const clock = run.setup.clock(config)
  const shown = seeds.length > 1 ? statistics : statistics.slice(0, 1)
  const columns = Object.entries(run.setup.metrics).flatMap(([metric, { label, format }]) =>
    shown.map(([statistic, read]) => ({
      key: `${metric} ${statistic}`,
      head: shown.length > 1 ? `${capital(label)}, ${statistic}` : capital(label),
      cell: (variant: string) => cellText(run, variant, metric, format, read),
    })),
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on narrow screens, by keyboard too
    <section className="table-box" aria-labelledby={`${widget}-table`} tabIndex={0}>
      <table className="table">
        <caption id={`${widget}-table`}>
          {number ? <span className="fig-number">Figure {number}</span> : null} Values at {clock.name}{' '}
          {formatClock(now.epoch, clock.end - clock.start)}, {seeds.length}{' '}
          {seeds.length === 1 ? 'seed' : 'seeds'}
        </caption>
        <thead>
          <tr>
            <th scope="col">Variant</th>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {variants.map((variant) => (
            <tr key={variant}>
              <th scope="row">{run.setup.variants[variant]?.label ?? variant}</th>
              {columns.map(({ key, cell }) => (
                <td key={key}>{cell(variant)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function cellText(
  run: Run,
  variant: string,
  metric: string,
  format: 'number' | 'percent' | undefined,
  read: typeof medianAt,
): string {
  const value = read(run, variant, metric)
  return value === undefined ? '–' : formatValue(value, format)
}
