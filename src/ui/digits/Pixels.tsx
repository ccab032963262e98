/**
 * The pixels of a square image, a unit each, for an SVG that says in which ink, and draws them with crisp edges: of two
 * that meet between two points of the screen the ground would shine through.
 *
 * @param ink of each pixel, row by row, in [0, 1]
 * @param size pixels in a row
 */
export function Pixels({ ink, size }: { ink: ArrayLike<number>; size: number }) {
  // Rounded: browsers and Node differ in the last digits of a cosine.
  return Array.from(ink, (share) => share.toFixed(2)).map((opacity, i) =>
    opacity === '0.00' ? null : (
      <rect key={`pixel ${i}`} x={i % size} y={Math.floor(i / size)} width="1" height="1" opacity={opacity} />
    ),
  )
}
