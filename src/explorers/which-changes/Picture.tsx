/** One image as an SVG, a square for each pixel; or a question mark in its place. */
import { Pixels } from '../../ui/digits/Pixels.tsx'
import { size } from './drawn.ts'

export function Picture({ image, label }: { image: ArrayLike<number> | null; label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the picture is this SVG
    <svg className="picture" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      {image ? (
        <Pixels ink={image} size={size} />
      ) : (
        <text x={size / 2} y={size / 2} textAnchor="middle" dominantBaseline="central">
          ?
        </text>
      )}
    </svg>
  )
}
