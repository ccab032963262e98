/** Draws from the posterior as bars, one of which is centred on 0. */
import type { Vector } from '../../ui/plane/geometry.ts'
import { Plane } from '../../ui/plane/Plane.tsx'
import type { Domain } from '../../ui/plot/ticks.ts'
import { near } from './wording.ts'

const binWidth = 2 * near

export interface DrawsProps {
  draws: readonly number[]
  view: Domain
  mode: number
  words: string
}

export function Draws({ draws, view, mode, words }: DrawsProps) {
  const counts = new Map<number, number>()
  for (const w of draws) {
    const bin = Math.round(w / binWidth)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  const highest = Math.max(...counts.values())
  return (
    <Plane
      title={`${draws.length} draws from the posterior`}
      x={view}
      y={[0, 1.1]}
      xName="w"
      size="low"
      label={`${draws.length} draws from the posterior, as bars. ${words}`}
    >
      {(frame) => (
        <>
          {[...counts].map(([bin, count]) => {
            const [left, top] = frame.pixel([(bin - 0.5) * binWidth, count / highest])
            const [right, bottom] = frame.pixel([(bin + 0.5) * binWidth, 0])
            return (
              <rect
                key={bin}
                className="bar-of-draws s3"
                x={left}
                y={top}
                width={Math.max(0.5, right - left - 0.5)}
                height={bottom - top}
              />
            )
          })}
          <path
            className="reach"
            d={frame.path([
              [mode, 0],
              [mode, 1.1],
            ] satisfies Vector[])}
          />
        </>
      )}
    </Plane>
  )
}
