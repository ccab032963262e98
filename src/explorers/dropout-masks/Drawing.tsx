/** One thinned network: what is on, what it hands on, and what it answers. A picture; its words stand below it. */
import { inputs, type Mask, type Network, type Pass } from './thinned.ts'

const [width, height] = [240, 236]
const radius = 9

const columnsOf = ({ hidden }: Network) => {
  const sizes = [inputs, ...hidden, 1]
  return sizes.map((units, column) =>
    Array.from({ length: units }, (_, i) => ({
      x: 16 + (column * (width - 32)) / (sizes.length - 1),
      y: (height * (i + 0.5)) / units,
    })),
  )
}

/** A unit of full strength is solid. Rounded: browsers and Node differ in the last digits of a tanh. */
const strength = (value: number) => (0.18 + 0.82 * Math.min(1, Math.abs(value))).toFixed(2)

export function Drawing({ net, x, mask, shown }: { net: Network; x: Float64Array; mask: Mask; shown: Pass }) {
  const columns = columnsOf(net)
  const values = [x, ...shown.activations, Float64Array.of(shown.answer)]
  const firstBit = net.hidden.map((_, layer) => net.hidden.slice(0, layer).reduce((a, b) => a + b, 0))
  const isOn = (column: number, i: number) => {
    const bit = firstBit[column - 1]
    return column === 0 || bit === undefined || (mask & (1 << (bit + i))) !== 0
  }
  return (
    <svg className="thinned" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {columns
        .slice(1)
        .map((to, index) =>
          columns[index]!.flatMap((from, i) =>
            to.map((end, j) =>
              isOn(index, i) && isOn(index + 1, j) ? (
                <line key={`${index} ${i} ${j}`} x1={from.x} y1={from.y} x2={end.x} y2={end.y} />
              ) : null,
            ),
          ),
        )}
      {columns.flatMap((units, column) =>
        units.map(({ x: cx, y: cy }, i) => {
          const on = isOn(column, i)
          const value = values[column]?.[i] ?? 0
          return (
            <g key={`${column} ${i}`} className={on ? 'unit' : 'unit off'}>
              <circle className="ground" cx={cx} cy={cy} r={radius} />
              {on ? <circle className="value" cx={cx} cy={cy} r={radius} opacity={strength(value)} /> : null}
              <circle className="ring" cx={cx} cy={cy} r={radius} />
            </g>
          )
        }),
      )}
    </svg>
  )
}
