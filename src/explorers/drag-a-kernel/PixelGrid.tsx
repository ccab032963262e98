/** A square of cells as SVG: the image, or the map that is made of it. */
import type { ReactNode } from 'react'

export interface Cell {
  /** Class of its look. */
  look: string
  /** How strong it is, 0 to 1. */
  share: number
}

export interface PixelGridProps {
  /** Row by row. */
  cells: readonly Cell[]
  side: number
  label: string
  children?: ReactNode
}

export function PixelGrid({ cells, side, label, children }: PixelGridProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG
    <svg className="pixels" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      {cells.map(({ look, share }, i) => (
        <g key={`cell ${i}`} className={look} transform={`translate(${i % side} ${Math.floor(i / side)})`}>
          <rect className="ground" width="1" height="1" />
          {look === 'unseen' ? (
            <circle cx="0.5" cy="0.5" r="0.07" />
          ) : (
            // Rounded: browsers and Node differ in the last digits of a cosine.
            <rect className="value" width="1" height="1" opacity={share.toFixed(2)} />
          )}
        </g>
      ))}
      {children}
    </svg>
  )
}
