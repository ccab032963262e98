/** The layers of one variant's network, with what leaves them and how many weights they learn. Known before any run. */
import { useFigure, useRunState } from '../../ui/figure/FigureContext.ts'
import type { ConfigOf } from '../../lab/setup.ts'
import type setup from './config.ts'
import { sizesOf, type Reduction, type Sized } from './networks.ts'

const names: Record<Sized['layer']['name'], string> = {
  conv2d: 'conv',
  maxPooling2d: 'max',
  averagePooling2d: 'average',
  stochasticPooling2d: 'stochastic',
  globalAveragePooling2d: 'mean',
  dense: 'dense',
}

const nameOf = (layer: Sized['layer']) =>
  layer.name === 'conv2d' && layer.strides > 1 ? `${names.conv2d} /${layer.strides}` : names[layer.name]

const count = (parameters: number) => parameters.toLocaleString('en')

export function Layers({ variant }: { variant: string }) {
  const { run } = useFigure()
  const { head } = useRunState(run).config as ConfigOf<typeof setup>
  const sizes = sizesOf(variant as Reduction, head)
  const all = sizes.reduce((sum, { parameters }) => sum + parameters, 0)
  return (
    <table style={table}>
      <thead className="sr">
        <tr>
          <th scope="col">Layer</th>
          <th scope="col">What leaves it</th>
          <th scope="col">Parameters</th>
        </tr>
      </thead>
      <tbody>
        {sizes.map(({ layer, shape, parameters }, i) => (
          <tr key={`${i} ${layer.name}`}>
            <td>{nameOf(layer)}</td>
            <td className="num" style={right}>
              {shape.join('×')}
            </td>
            <td className="num" style={right}>
              {parameters === 0 ? '0' : count(parameters)}
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={2} style={left}>
            parameters
          </th>
          <td className="num" style={{ ...right, fontWeight: 600 }}>
            {count(all)}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

const table = { width: '100%', fontSize: 'var(--fig-tick)', borderCollapse: 'collapse' } as const
const right = { textAlign: 'right' } as const
const left = { textAlign: 'left', fontWeight: 600 } as const
