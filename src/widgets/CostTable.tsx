/** What networks that were cut need in memory and in products, by the formulas of cutCosts.ts. */
import { labelOf, useFigure, useRunState } from '../ui/index.ts'
import { costOf, type Cost, type Matrix } from './cutCosts.ts'

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
const thousands = (count: number) => `${(count / 1000).toFixed(1)} k`

const rows: readonly { name: string; of: (cost: Cost) => string }[] = [
  { name: 'every number', of: ({ dense }) => kilobytes(dense) },
  { name: 'compressed rows', of: ({ compressedRows }) => kilobytes(compressedRows) },
  { name: 'bit mask', of: ({ bitMask }) => kilobytes(bitMask) },
  { name: 'products', of: ({ denseProducts }) => thousands(denseProducts) },
  { name: 'without zeros', of: ({ products }) => thousands(products) },
]

interface Props {
  /** What a variant has to store after the cut; `left` units or filters stay. */
  matricesOf: (variant: string, left: number) => readonly Matrix[]
  /** The setting that says how many stay. */
  left: string
}

export function CostTable({ matricesOf, left }: Props) {
  const { run } = useFigure()
  const { config, variants } = useRunState(run)
  const costs = variants.map((variant) => ({
    variant,
    cost: costOf(matricesOf(variant, Number(config[left]))),
  }))
  return (
    <div style={{ overflowX: 'auto' }}>
      <table style={{ width: '100%', fontFamily: 'var(--sans)', fontSize: 'var(--fig-tick)' }}>
        <thead>
          <tr>
            <th scope="col" style={atLeft}>
              after the cut
            </th>
            {costs.map(({ variant }) => (
              <th key={variant} scope="col" style={atRight}>
                {labelOf(run, variant)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, of }) => (
            <tr key={name}>
              <th scope="row" style={atLeft}>
                {name}
              </th>
              {costs.map(({ variant, cost }) => (
                <td key={variant} style={atRight}>
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

const atLeft = { textAlign: 'left', fontWeight: 400 } as const
const atRight = { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const
