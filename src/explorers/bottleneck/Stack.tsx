/** A stack of convolutions as SVG: a bar for each set of channels, as wide as there are many, a layer between two. */
import type { Layer } from './count.ts'
import { layerWords } from './wording.ts'

const size = { width: 320, height: 190 }
const bar = 10

export interface StackProps {
  name: string
  layers: readonly Layer[]
  /** Channels that are drawn over the whole width. */
  widest: number
}

export function Stack({ name, layers, widest }: StackProps) {
  const pitch = (size.height - bar) / layers.length
  const widthOf = (channels: number) => Math.max(3, (channels / widest) * size.width)
  const edges = (channels: number) => {
    const half = widthOf(channels) / 2
    return [size.width / 2 - half, size.width / 2 + half].map((x) => x.toFixed(1))
  }
  const ends = [layers[0]!.from, ...layers.map(({ to }) => to)]
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG
    <svg
      className="stack"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={`${name}: ${layers.map(layerWords).join('; ')}`}
    >
      {layers.map((layer, i) => {
        const [left, right] = edges(layer.from)
        const [lowLeft, lowRight] = edges(layer.to)
        const [top, low] = [(i * pitch + bar).toFixed(1), ((i + 1) * pitch).toFixed(1)]
        return (
          <g key={`layer ${i}`} className={layers.length === 1 ? 's1' : `s${i + 2}`}>
            <path className="layer" d={`M${left} ${top}H${right}L${lowRight} ${low}H${lowLeft}Z`} />
            <text
              x={size.width / 2}
              y={(i + 0.5) * pitch + bar / 2}
              textAnchor="middle"
              dominantBaseline="central"
            >
              {layerWords(layer)}
            </text>
          </g>
        )
      })}
      {ends.map((channels, i) => (
        <rect
          key={`channels ${i}`}
          className="channels"
          x={edges(channels)[0]}
          y={(i * pitch).toFixed(1)}
          width={widthOf(channels).toFixed(1)}
          height={bar}
        />
      ))}
    </svg>
  )
}
