/** What the networks of the figure need in memory and in products, by the formulas of storage.ts; and a clock to try it. */
import { useState } from 'react'
import { labelOf, useFigure, useRunState } from '../../ui/index.ts'
import { sparsityOf } from './config.ts'
import { costOf, matricesOf, type Cost } from './storage.ts'
import { side, timeProducts, type Timing } from './timing.ts'

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const times = (ratio: number) => `${ratio.toFixed(2)}×`
const thousands = (count: number) => `${(count / 1000).toFixed(1)} k`

const rows: readonly { name: string; of: (cost: Cost) => string }[] = [
  { name: 'every number', of: ({ dense }) => kilobytes(dense) },
  { name: 'compressed rows', of: ({ compressedRows }) => kilobytes(compressedRows) },
  { name: 'bit mask', of: ({ bitMask }) => kilobytes(bitMask) },
  { name: 'products', of: ({ denseProducts }) => thousands(denseProducts) },
  { name: 'without zeros', of: ({ products }) => thousands(products) },
]

export function Costs() {
  const { run } = useFigure()
  const { config, variants } = useRunState(run)
  const units = Number(config['units'])
  const costs = variants.map((variant) => ({ variant, cost: costOf(matricesOf(variant, units)) }))
  return (
    <div style={{ overflowX: 'auto' }}>
      <table style={{ width: '100%', fontFamily: 'var(--sans)', fontSize: 'var(--fig-tick)' }}>
        <thead>
          <tr>
            <th scope="col" style={left}>
              after the cut
            </th>
            {costs.map(({ variant }) => (
              <th key={variant} scope="col" style={right}>
                {labelOf(run, variant)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row" style={left}>
                {name}
              </th>
              {costs.map(({ variant, cost }) => (
                <td key={variant} style={right}>
                  {of(cost)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function Clock() {
  const { run } = useFigure()
  const { config } = useRunState(run)
  const sparsity = sparsityOf(Number(config['units']))
  const [timed, setTimed] = useState<{ sparsity: number; timing: Timing } | null>(null)
  return (
    <div style={{ fontFamily: 'var(--sans)', fontSize: 'var(--fig-tick)' }}>
      <button
        type="button"
        className="btn line"
        style={{ minHeight: 44 }}
        onClick={() => setTimed({ sparsity, timing: timeProducts(sparsity) })}
      >
        Time {Math.round(100 * sparsity)}% zeros on this device
      </button>
      <p aria-live="polite" style={{ minHeight: '3em', marginTop: 8 }}>
        {timed === null
          ? `A matrix of ${side} by ${side}, in plain loops, one number at a time.`
          : `With ${Math.round(100 * timed.sparsity)}% zeros, times over the full matrix: zeros left in it ${times(timed.timing.zeros)}, compressed rows ${times(timed.timing.compressed)}, a smaller full matrix of as many weights ${times(timed.timing.smaller)}.`}
      </p>
    </div>
  )
}

const left = { textAlign: 'left', fontWeight: 400 } as const
const right = { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const
