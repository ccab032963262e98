/** The same in the plane: the pixels with their zeros and how often each takes part, and the output, in one scale. */
import { heatOf, mostIn } from './heat.ts'
import { planeCounts, type Shape } from './shapes.ts'
import { planeWords } from './wording.ts'

/** Grids of more cells have no room for numbers, and on a narrow screen those of more than the second. */
const mostWithNumbers = { wide: 10, narrow: 8 }

export function PlanePlot({ shape, picked }: { shape: Shape; picked: number }) {
  const { axis, pad, cells, output, counts } = shape
  const { size, kernel } = axis
  const most = mostIn(axis) ** 2
  const view = `0 0 ${cells} ${cells}`
  return (
    <div className="planes">
      <div>
        <p className="plot-name">
          Input, {size} × {size}
        </p>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
        <svg
          className={cells > mostWithNumbers.narrow ? 'grid-of-cells many' : 'grid-of-cells'}
          viewBox={view}
          role="img"
          aria-label={planeWords(shape)}
        >
          <rect className="zeros" width={cells} height={cells} />
          {planeCounts(shape).map((count, i) => {
            const [row, column] = [Math.floor(i / size), i % size]
            return (
              <g
                key={`pixel ${i}`}
                className={heatOf(count, most)}
                transform={`translate(${column + pad.before} ${row + pad.before})`}
              >
                <rect width="1" height="1" />
                {cells <= mostWithNumbers.wide ? (
                  <text x="0.5" y="0.52" textAnchor="middle" dominantBaseline="central">
                    {count}
                  </text>
                ) : null}
              </g>
            )
          })}
          {counts.length > picked ? (
            <rect
              className="picked-outline"
              x={picked + pad.before}
              y={picked + pad.before}
              width="1"
              height="1"
            />
          ) : null}
          {output > 0 ? <rect className="first-window" width={kernel} height={kernel} /> : null}
        </svg>
      </div>
      <div>
        <p className="plot-name">
          Output, {output} × {output}
        </p>
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG */}
        <svg
          className="grid-of-cells"
          viewBox={view}
          role="img"
          aria-label={`The output, ${output} by ${output}, in the same scale`}
        >
          {Array.from({ length: output * output }, (_, i) => (
            <rect
              key={`output ${i}`}
              className="output-cell"
              x={i % output}
              y={Math.floor(i / output)}
              width="1"
              height="1"
            />
          ))}
        </svg>
      </div>
    </div>
  )
}
