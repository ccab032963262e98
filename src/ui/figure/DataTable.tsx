/** The figure as a table: every metric of every variant at the epoch line. */
import type { Run } from '../../lab/runState.ts'
import { capital, formatClock, formatValue } from '../format.ts'
import { useFigure, useRunState } from './FigureContext.ts'
import { highAt, lowAt, medianAt } from './facts.ts'
import { intoView } from './intoView.ts'

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
      metric,
      label: capital(label),
      statistic,
      cell: (variant: string) => cellText(run, variant, metric, format, read),
    })),
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on narrow screens, by keyboard too
    <section className="table-box" ref={intoView} aria-labelledby={`${widget}-table`} tabIndex={0}>
      <table className="table">
        <caption id={`${widget}-table`}>
          {number ? <span className="fig-number">Figure {number}</span> : null} Values at {clock.name}{' '}
          {formatClock(now.epoch, clock.end - clock.start)}, {seeds.length}{' '}
          {seeds.length === 1 ? 'seed' : 'seeds'}
        </caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={shown.length > 1 ? 2 : 1}>
              Variant
            </th>
            {columns
              .filter(({ statistic }) => statistic === 'median')
              .map(({ metric, label }) => (
                <th
                  key={metric}
                  scope={shown.length > 1 ? 'colgroup' : 'col'}
                  colSpan={shown.length}
                  data-group=""
                >
                  {label}
                </th>
              ))}
          </tr>
          {shown.length > 1 ? (
            <tr>
              {columns.map(({ key, statistic }) => (
                <th key={key} scope="col" data-group={statistic === 'median' ? '' : undefined}>
                  {statistic}
                </th>
              ))}
            </tr>
          ) : null}
        </thead>
        <tbody>
          {variants.map((variant) => (
            <tr key={variant}>
              <th scope="row">{run.setup.variants[variant]?.label ?? variant}</th>
              {columns.map(({ key, statistic, cell }) => (
                <td key={key} data-group={statistic === 'median' ? '' : undefined}>
                  {cell(variant)}
                </td>
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
