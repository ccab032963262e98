/** A cloud's statistics: its covariance as a matrix, and what follows from it. */
import type { Vector } from './matrix.ts'
import { conditionNumber, correlation, covariance, mean, principalAxes } from './statistics.ts'
import { conditionWords, number, pair } from './wording.ts'

export function CloudNumbers({
  of,
  points,
  features,
}: {
  of: string
  points: readonly Vector[]
  features: readonly [string, string]
}) {
  const spread = covariance(points)
  const { values } = principalAxes(spread)
  return (
    <div className="cloud-numbers">
      <table>
        <caption>
          Covariance<span className="sr"> of the {of}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">of</span>
            </th>
            {features.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spread.map(([left, right], row) => (
            <tr key={features[row]}>
              <th scope="row">{features[row]}</th>
              <td>{number(left)}</td>
              <td>{number(right)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        <div>
          <dt>Mean</dt>
          <dd>{pair(mean(points))}</dd>
        </div>
        <div>
          <dt>Correlation</dt>
          <dd>{number(correlation(spread))}</dd>
        </div>
        <div>
          <dt>Eigenvalues</dt>
          <dd>
            {number(values[0])}, {number(values[1])}
          </dd>
        </div>
        <div>
          <dt>Condition number</dt>
          <dd>{conditionWords(conditionNumber(values))}</dd>
        </div>
      </dl>
    </div>
  )
}
