/** How the ten digits are drawn with a pen. Coordinates in the unit square, y downwards. No randomness. */

export type Point = readonly [x: number, y: number]
/** Points that the pen visits without leaving the paper. */
export type Stroke = readonly Point[]

/** Part of an ellipse, from angle `from` to angle `to` in degrees (0 points right, 90 points down). */
function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number, pieces = 14): Point[] {
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / pieces) * Math.PI) / 180
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)]
  })
}

/** For each digit the ways in which people write it; a way is a list of strokes. */
export const glyphs: readonly (readonly (readonly Stroke[])[])[] = [
  [[arc(0.5, 0.5, 0.27, 0.4, -90, 270, 24)]],
  [
    [
      [
        [0.5, 0.08],
        [0.5, 0.92],
      ],
    ],
    [
      [
        [0.34, 0.26],
        [0.52, 0.08],
        [0.52, 0.92],
      ],
    ],
    [
      [
        [0.34, 0.26],
        [0.52, 0.08],
        [0.52, 0.92],
      ],
      [
        [0.34, 0.92],
        [0.7, 0.92],
      ],
    ],
  ],
  [
    [[...arc(0.48, 0.32, 0.26, 0.23, -170, 30), [0.24, 0.9], [0.78, 0.9]]],
    [[...arc(0.48, 0.3, 0.25, 0.22, -160, 45), ...arc(0.34, 0.84, 0.1, 0.08, -60, -300), [0.8, 0.9]]],
  ],
  [
    [[...arc(0.46, 0.29, 0.24, 0.2, -150, 80), ...arc(0.46, 0.7, 0.28, 0.22, -85, 150)]],
    [[[0.24, 0.1], [0.72, 0.1], [0.45, 0.42], ...arc(0.46, 0.68, 0.27, 0.24, -80, 150)]],
  ],
  [
    [
      [
        [0.56, 0.08],
        [0.2, 0.62],
        [0.82, 0.62],
      ],
      [
        [0.62, 0.36],
        [0.62, 0.94],
      ],
    ],
    [
      [
        [0.28, 0.1],
        [0.26, 0.5],
        [0.76, 0.5],
      ],
      [
        [0.72, 0.08],
        [0.7, 0.94],
      ],
    ],
  ],
  [[[[0.74, 0.1], [0.32, 0.1], [0.29, 0.46], ...arc(0.47, 0.66, 0.27, 0.25, -130, 140)]]],
  [
    [[...arc(0.62, 0.5, 0.4, 0.44, -105, -180, 8), ...arc(0.5, 0.68, 0.26, 0.24, -180, 180, 20)]],
    [[[0.6, 0.06], [0.34, 0.42], ...arc(0.49, 0.68, 0.24, 0.24, -150, 200, 20)]],
  ],
  [
    [
      [
        [0.22, 0.1],
        [0.78, 0.1],
        [0.42, 0.92],
      ],
    ],
    [
      [
        [0.22, 0.1],
        [0.78, 0.1],
        [0.42, 0.92],
      ],
      [
        [0.36, 0.5],
        [0.7, 0.5],
      ],
    ],
  ],
  [[[...arc(0.5, 0.29, 0.21, 0.19, 90, -270, 18), ...arc(0.5, 0.71, 0.26, 0.22, -90, 270, 20)]]],
  [
    [[...arc(0.5, 0.32, 0.24, 0.22, 0, -360, 20), [0.72, 0.5], [0.66, 0.92]]],
    [[...arc(0.48, 0.31, 0.24, 0.22, 0, -360, 20), ...arc(0.34, 0.55, 0.38, 0.38, -20, 75, 8)]],
  ],
]
