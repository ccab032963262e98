/** The canvas of a panel; its label is kept current by `useCanvas`. */
import type { RefObject } from 'react'

export const PanelCanvas = ({
  canvas,
  label,
}: {
  canvas: RefObject<HTMLCanvasElement | null>
  label: string
}) => (
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> cannot be drawn on
  <canvas ref={canvas} className="canvas" role="img" aria-label={label} />
)
