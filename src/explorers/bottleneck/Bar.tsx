/** The weights of a stack as one bar, a piece for each layer. */
import { sum, weightsOf, type Layer } from './count.ts'
import { whole } from './wording.ts'

export function Bar({ layers, most }: { layers: readonly Layer[]; most: number }) {
  return (
    <div className="weights-bar">
      <div aria-hidden="true">
        {layers.map((layer, i) => (
          <i
            key={`layer ${i}`}
            className={layers.length === 1 ? 's1' : `s${i + 2}`}
            style={{ width: `${((100 * weightsOf(layer)) / most).toFixed(2)}%` }}
          />
        ))}
      </div>
      <span>
        {layers.length > 1 ? `${layers.map((layer) => whole(weightsOf(layer))).join(' + ')} = ` : ''}
        <b>{whole(sum(layers, weightsOf))}</b> weights
      </span>
    </div>
  )
}
