/** What has been drawn on the pad: a square of brightness that a round pen leaves. Pure arithmetic, no DOM. */

/** The keyboard's cursor moves over this many cells a side. */
export const cells = 12

/** Pixels per side of a drawing: a whole number of pixels for each cell. */
export const side = cells * 28

/** Half the pen's width as a share of the pad's side. */
const penRadius = 0.045

export interface Ink {
  /** Brightness in [0, 1], 1 is ink; `side * side` numbers, row by row from the top left. Written in place. */
  readonly values: Float32Array
  /** Draws a straight line with the pen. Coordinates in [0, 1] from the top left; parts outside the pad are left out. */
  stroke(fromX: number, fromY: number, toX: number, toY: number): void
  /** Whether most of a cell is inked. */
  cell(row: number, column: number): boolean
  /** Fills a cell with ink or paper. */
  fill(row: number, column: number, inked: boolean): void
  clear(): void
  blank(): boolean
}

export function createInk(): Ink {
  const values = new Float32Array(side * side)
  const size = side / cells

  function eachPixel(row: number, column: number, visit: (at: number) => void): void {
    for (let y = row * size; y < (row + 1) * size; y++) {
      for (let x = column * size; x < (column + 1) * size; x++) visit(y * side + x)
    }
  }

  return {
    values,
    stroke(fromX, fromY, toX, toY) {
      const [ax, ay, bx, by] = [fromX * side, fromY * side, toX * side, toY * side]
      const [dx, dy] = [bx - ax, by - ay]
      const radius = penRadius * side
      const within = (value: number) => Math.min(side, Math.max(0, value))
      const [left, right] = [
        within(Math.floor(Math.min(ax, bx) - radius - 1)),
        within(Math.max(ax, bx) + radius + 1),
      ]
      const [top, bottom] = [
        within(Math.floor(Math.min(ay, by) - radius - 1)),
        within(Math.max(ay, by) + radius + 1),
      ]
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) {
          const [x, y] = [column + 0.5 - ax, row + 0.5 - ay]
          const along = Math.min(1, Math.max(0, (x * dx + y * dy) / (dx * dx + dy * dy || 1)))
          const covered = radius - Math.hypot(x - along * dx, y - along * dy) + 0.5
          const at = row * side + column
          if (covered > values[at]!) values[at] = Math.min(1, covered)
        }
      }
    },
    cell(row, column) {
      let inked = 0
      eachPixel(row, column, (at) => (inked += values[at]!))
      return inked > (size * size) / 2
    },
    fill(row, column, inked) {
      eachPixel(row, column, (at) => (values[at] = Number(inked)))
    },
    clear: () => void values.fill(0),
    blank: () => values.every((value) => value === 0),
  }
}
